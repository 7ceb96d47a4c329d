package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.demo.UnitLoad;
import org.fourfold.command.demo.UnitTruth;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.ground.Home;
import org.fourfold.node.prosecution.DocketEntry;
import org.fourfold.node.prosecution.HubKind;
import org.fourfold.node.prosecution.IdentifierKind;
import org.fourfold.node.prosecution.Investigation;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.Overlap;
import org.fourfold.node.prosecution.OverlapView;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration's investigation unit, loaded as at its first start, holds the truth that is told of it and no more. On
 * a server of its own, and so in the group of the tests that start whole nodes.
 */
@Tag("recovery")
class DemonstrationUnitTest {

    @TempDir
    Path folder;

    private OpenNode node;
    private Prosecution prosecution;
    private Actor ines;
    private UnitTruth truth;

    @BeforeEach
    void load() throws Exception {
        // PostgreSQL's own user passes through to its data when this is root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Home home = new Home(folder.resolve("unit"));
        Invocation invocation = new Invocation(
                List.of(),
                Map.of(),
                folder,
                Language.ES,
                new Recorded(""),
                InputStream.nullInputStream(),
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty());
        DemonstrationHome.prepare(home, DemonstrationNode.UNIT, invocation);
        node = Opening.open(home, invocation);
        DemonstrationHome.load(node, invocation, 1);
        prosecution = node.facade(Prosecution.class);
        ines = node.actor("ines", Purpose.INVESTIGATION);
        truth = JsonMapper.builder()
                .build()
                .readValue(home.path().resolve("invented/truth.json").toFile(), UnitTruth.class);
    }

    @AfterEach
    void close() {
        node.close();
        TomcatHome.forget();
    }

    @Test
    void whatTheNodeFindsIsTheTruthAndNoMore() throws Exception {
        sheetsAreThereAndTheRestIsLeft();
        sharedPhonesAreTheThreeAndThePharmacysIsAPlaceThatManyUse();
        spoiledNumbersAreRefusedWithTheirCell();
        investigationsAreSixtyAndLasGarzasWasPutOffFourTimes();
        aLoadBegunAgainAddsNothing();
        theRecordOfAnInvestigationIsSealedByWhoWorksOnIt();
    }

    private void theRecordOfAnInvestigationIsSealedByWhoWorksOnIt() {
        Path bag = folder.resolve("investigation.zip");
        String id = node.facade(org.fourfold.node.prosecution.Investigations.class)
                .list(ines, Optional.empty())
                .rows()
                .getFirst()
                .id()
                .toString();
        for (var expected :
                Map.of("mirna", ExitCode.REFUSED, "ines", ExitCode.DONE).entrySet()) {
            int code = CommandLines.execute(new Invocation(
                    List.of("seal", "--case", id, "--plain", "--out", bag.toString(), "--as", expected.getKey()),
                    Map.of(),
                    folder,
                    Language.EN,
                    new Recorded(""),
                    InputStream.nullInputStream(),
                    InstantSource.system(),
                    new SecureRandom(),
                    Optional.of(node)));
            assertThat(code).as(expected.getKey()).isEqualTo(expected.getValue().number());
        }
        assertThat(org.fourfold.node.trust.SealedBag.read(bag).entries().orElseThrow())
                .isGreaterThan(2);
    }

    private void sheetsAreThereAndTheRestIsLeft() throws Exception {
        assertThat(sources()).extracting(Source::name).containsExactlyInAnyOrderElementsOf(truth.broughtIn());
        assertThat(truth.broughtIn()).hasSize(30);
        assertThat(truth.left()).hasSize(10);
        Path invented = node.home().path().resolve("invented");
        try (var left = Files.list(invented.resolve(UnitLoad.LEFT));
                var there = Files.list(invented.resolve(UnitLoad.BROUGHT_IN))) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(truth.left());
            assertThat(there).hasSize(30);
        }
        assertThat(sources())
                .extracting(Source::reading)
                .anyMatch(reading -> reading.contains("XLSX"))
                .anyMatch(reading -> reading.contains("UTF-8"))
                .anyMatch(reading -> reading.contains("1252"));
        assertThat(prosecution.mappings(ines)).hasSize(7);
    }

    private void sharedPhonesAreTheThreeAndThePharmacysIsAPlaceThatManyUse() {
        List<Overlap> phones = overlaps(IdentifierKind.PHONE, false);
        assertThat(phones)
                .extracting(Overlap::value)
                .containsExactlyInAnyOrderElementsOf(
                        truth.phones().stream().map(UnitTruth.Phone::value).toList());
        for (Overlap phone : phones) {
            OverlapView view = prosecution.overlap(ines, phone.id()).orElseThrow();
            TreeSet<String> expected = new TreeSet<>(truth.phones().stream()
                    .filter(one -> one.value().equals(phone.value()))
                    .flatMap(one -> one.sheets().stream())
                    .filter(truth.broughtIn()::contains)
                    .toList());
            assertThat(expected).hasSizeGreaterThan(2);
            assertThat(new TreeSet<>(view.places().stream()
                            .map(place -> place.entity().sourceName())
                            .toList()))
                    .isEqualTo(expected);
        }
        assertThat(overlaps(IdentifierKind.PHONE, true)).singleElement().satisfies(hub -> {
            assertThat(hub.value()).isEqualTo(truth.pharmacy().value());
            assertThat(hub.entities())
                    .as("its people, and the pharmacy")
                    .isEqualTo(truth.pharmacy().people() + 1);
            assertThat(hub.hub()).contains(HubKind.PHARMACY);
        });
        assertThat(overlaps(IdentifierKind.PLATE, false))
                .extracting(Overlap::value)
                .containsExactly(truth.plate().replace("-", ""));
        assertThat(overlaps(IdentifierKind.DOCUMENT, false)).singleElement().satisfies(document -> {
            assertThat(document.value()).isEqualTo(truth.sameOrNot().document().replace(" ", ""));
            assertThat(document.entities())
                    .as("the recruiter in two hotels, and never his father")
                    .isEqualTo(2);
        });
    }

    private void spoiledNumbersAreRefusedWithTheirCell() {
        List<UnitTruth.Spoiled> found = new ArrayList<>();
        for (Source source : sources()) {
            prosecution.source(ines, source.id()).orElseThrow().problems().stream()
                    .filter(problem -> problem.code().equals("prosecution.table.number-spoiled"))
                    .map(Problem::place)
                    .map(Problem.Place.Cell.class::cast)
                    .forEach(cell -> found.add(new UnitTruth.Spoiled(source.name(), cell.row(), cell.column())));
        }
        assertThat(found)
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(truth.spoiled().stream()
                        .filter(one -> truth.broughtIn().contains(one.sheet()))
                        .toList());
    }

    private void investigationsAreSixtyAndLasGarzasWasPutOffFourTimes() {
        Investigations investigations = node.facade(Investigations.class);
        List<Investigation> all = investigations();
        assertThat(all).hasSize(60).hasSize(truth.investigations());
        Investigation garzas = all.stream()
                .filter(one -> one.title().equals(truth.garzas()))
                .findFirst()
                .orElseThrow();
        InvestigationView view = investigations.view(ines, garzas.id()).orElseThrow();
        assertThat(view.members()).hasSize(2);
        DocketEntry.Hearing trial = of(view, DocketEntry.Hearing.class).getLast();
        assertThat(trial.kind()).isEqualTo(DocketEntry.HearingKind.TRIAL);
        assertThat(view.continuances(trial.id()))
                .hasSize(truth.defencePutOff())
                .allMatch(one ->
                        one.askedBy() == DocketEntry.AskedBy.DEFENCE && one.ruling() == DocketEntry.Ruling.GRANTED);
        assertThat(of(view, DocketEntry.Mandate.class))
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.until()).contains(LocalDate.parse(truth.garzasMandateEnds())));
        assertThat(of(view, DocketEntry.Obstruction.class))
                .anyMatch(one -> one.kind() == DocketEntry.ObstructionKind.EVIDENCE
                        && one.deed().contains("los indicios fueron alterados"));
    }

    private void aLoadBegunAgainAddsNothing() throws Exception {
        Files.delete(node.home().path().resolve("demonstration-told"));
        int entries = entries();
        DemonstrationHome.load(
                node,
                new Invocation(
                        List.of(),
                        Map.of(),
                        folder,
                        Language.ES,
                        new Recorded(""),
                        InputStream.nullInputStream(),
                        () -> java.time.Instant.parse(truth.firstDay()),
                        new SecureRandom(),
                        Optional.empty()),
                1);
        assertThat(sources()).hasSize(30);
        assertThat(investigations()).hasSize(60);
        assertThat(entries()).isEqualTo(entries);
    }

    private int entries() {
        Actor supervisor = node.actor("saul", Purpose.INVESTIGATION);
        return investigations().stream()
                .mapToInt(one -> node.facade(Investigations.class)
                        .view(supervisor, one.id())
                        .orElseThrow()
                        .docket()
                        .size())
                .sum();
    }

    private List<Overlap> overlaps(IdentifierKind kind, boolean hubs) {
        return prosecution
                .overlaps(ines, Optional.of(kind), hubs, Optional.empty())
                .rows();
    }

    private List<Source> sources() {
        return prosecution.sources(ines, Optional.empty()).rows();
    }

    /** All, as the supervisor sees them. */
    private List<Investigation> investigations() {
        Actor supervisor = node.actor("saul", Purpose.INVESTIGATION);
        List<Investigation> all = new ArrayList<>();
        Optional<InvestigationId> after = Optional.empty();
        do {
            Slice<Investigation> page = node.facade(Investigations.class).list(supervisor, after);
            all.addAll(page.rows());
            after = page.next().flatMap(InvestigationId::parse);
        } while (after.isPresent());
        return all;
    }

    private static <E extends DocketEntry> List<E> of(InvestigationView view, Class<E> kind) {
        return view.docket().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
