package org.fourfold.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fourfold.command.demo.InventedSheet.Kind;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.HubKind;
import org.fourfold.node.prosecution.IdentifierKind;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.Overlap;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.tables.Mapping;

/**
 * Fills the demonstration's investigation unit through its façades: sheets, of which ten are left for the visitor, the
 * mappings they are read by, and investigations. Begun again after a cut, it goes on where it stopped: a sheet that is there
 * is known by its name.
 */
public final class UnitLoad {

    /** Below the folder that is given: those that were brought in, and those that wait for the visitor. */
    public static final String BROUGHT_IN = "sheets/ya-importadas";

    public static final String LEFT = "sheets/por-importar";

    private static final String INVESTIGATOR = "ines";

    private final Demonstration demonstration;
    private final Prosecution prosecution;
    private final Function<InstantSource, Investigations> room;
    private final RegionLoad region;
    private final Path folder;

    /**
     * @param room makes the investigations on a given clock
     * @param folder where the sheets are written
     */
    public UnitLoad(
            Demonstration demonstration,
            Prosecution prosecution,
            Function<InstantSource, Investigations> room,
            RegionLoad region,
            Path folder) {
        this.demonstration = demonstration;
        this.prosecution = prosecution;
        this.room = room;
        this.region = region;
        this.folder = folder;
    }

    /** Loads what is missing and says what the truth is. */
    public UnitTruth load(ShelterLoad.Actors actors) throws IOException {
        region.load(actors.of(DemonstrationMembers.UNIT_ANALYST, Purpose.PREVENTION));
        List<InventedSheet> sheets = demonstration.sheets();
        Actor investigator = actors.of(INVESTIGATOR, Purpose.INVESTIGATION);
        Map<Kind, Mapping> mappings = mappings(investigator);
        Set<String> there = sources(investigator);
        for (InventedSheet sheet : sheets) {
            Path file = folder.resolve(sheet.left() ? LEFT : BROUGHT_IN).resolve(sheet.name());
            Files.createDirectories(file.getParent());
            SheetWriter.write(sheet, file);
            if (!sheet.left() && !there.contains(sheet.name())) {
                bringIn(investigator, sheet, file, java.util.Objects.requireNonNull(mappings.get(sheet.kind())));
            }
        }
        markPharmacy(investigator);
        List<InventedInvestigation> investigations = demonstration.investigations();
        new DemonstrationInvestigations(room, demonstration.firstDay())
                .load(investigations, name -> actors.of(name, Purpose.INVESTIGATION));
        return UnitTruth.of(demonstration, sheets, investigations);
    }

    private Map<Kind, Mapping> mappings(Actor actor) {
        Set<String> kept = new HashSet<>();
        prosecution.mappings(actor).forEach(one -> kept.add(one.name()));
        Map<Kind, Mapping> mappings = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Mapping mapping = SheetMappings.of(kind);
            mappings.put(kind, mapping);
            if (!kept.contains(mapping.name())) {
                prosecution.saveMapping(actor, mapping);
            }
        }
        return mappings;
    }

    private Set<String> sources(Actor actor) {
        Set<String> names = new HashSet<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<Source> slice = prosecution.sources(actor, after);
            slice.rows().forEach(source -> names.add(source.name()));
            after = slice.next();
        } while (after.isPresent());
        return names;
    }

    /** Only what a spreadsheet spoiled may be refused of a sheet of ours. */
    private void bringIn(Actor actor, InventedSheet sheet, Path file, Mapping mapping) {
        ImportReport report = prosecution.importTable(
                actor,
                file,
                mapping.placed(Optional.empty(), sheet.headerRow()),
                sheet.name(),
                ImportOptions.plain(),
                ProgressListener.silent());
        if (report.fileRefused() || report.refused() != sheet.spoiled().size()) {
            throw new IllegalStateException(
                    "a sheet of our own invention was not taken as it was meant: " + sheet.name() + ", "
                            + report.problems().stream()
                                    .map(problem -> problem.code())
                                    .distinct()
                                    .toList());
        }
    }

    private void markPharmacy(Actor actor) {
        prosecution.overlaps(actor, Optional.of(IdentifierKind.PHONE), true, Optional.empty()).rows().stream()
                .filter(overlap -> overlap.value().endsWith(SheetStory.PHARMACY.replace(" ", "")))
                .filter(overlap -> overlap.hub().isEmpty())
                .map(Overlap::id)
                .forEach(id -> prosecution.markHub(actor, id, Optional.of(HubKind.PHARMACY)));
    }
}
