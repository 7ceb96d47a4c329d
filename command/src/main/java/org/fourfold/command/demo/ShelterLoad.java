package org.fourfold.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.protection.Protection;

/**
 * Fills the demonstration's shelter through its façades. Begun again after a cut, it goes on where it stopped: files that
 * are there are left, and what was imported is found to be known.
 */
public final class ShelterLoad {

    private static final int FIRST_EDITION_DAYS_AGO = 60;

    private final Demonstration demonstration;
    private final Function<InstantSource, Protection> room;
    private final Prevention prevention;
    private final RandomGenerator random;
    private final Path temporary;

    /**
     * @param room makes the protection room on a given clock
     * @param temporary a private folder for the files that are imported
     */
    public ShelterLoad(
            Demonstration demonstration,
            Function<InstantSource, Protection> room,
            Prevention prevention,
            RandomGenerator random,
            Path temporary) {
        this.demonstration = demonstration;
        this.room = room;
        this.prevention = prevention;
        this.random = random;
        this.temporary = temporary;
    }

    /** Who acts: a member, by sign-in name, for a purpose. */
    @FunctionalInterface
    public interface Actors {
        Actor of(String signInName, Purpose purpose);
    }

    /** Loads what is missing and says what the truth is. */
    public Demonstration.Truth load(Actors actors) throws IOException {
        InventedFiles.Told told = demonstration.files();
        List<String> numbers = new DemonstrationFiles(room, random, demonstration.firstDay())
                .open(told.stories(), owner -> actors.of(owner, Purpose.PROTECTION));
        Actor analyst = actors.of(DemonstrationMembers.ANALYST, Purpose.PREVENTION);
        LocalDate today = demonstration.lastDay();
        importFile(analyst, DemonstrationIncidents.SOURCE, today, demonstration::writeIncidents);
        importFile(
                analyst,
                OfficialSeries.SOURCE,
                today.minusDays(FIRST_EDITION_DAYS_AGO),
                file -> demonstration.writeSeries(file, false));
        importFile(analyst, OfficialSeries.SOURCE, today, file -> demonstration.writeSeries(file, true));
        return demonstration.truth(numbers, told.twice());
    }

    /** Writes a table. */
    @FunctionalInterface
    private interface Table {
        void write(Path file) throws IOException;
    }

    private void importFile(Actor analyst, String source, LocalDate vintage, Table table) throws IOException {
        Path file = Files.createTempFile(temporary, "invented", ".csv");
        try {
            table.write(file);
            ImportOptions options =
                    new ImportOptions(Optional.empty(), false, Optional.of(source), Optional.of(vintage));
            ImportReport report = prevention.importIncidents(analyst, file, options, ProgressListener.silent());
            if (report.refused() > 0 || report.fileRefused()) {
                throw new IllegalStateException(report.refused() + " rows of our own invention were refused");
            }
        } finally {
            Files.delete(file);
        }
    }
}
