package org.fourfold.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.fourfold.command.link.EarlierRun;
import org.fourfold.command.link.Elsewhere;
import org.fourfold.command.link.JudgementFile;
import org.fourfold.command.link.LinkRun;
import org.fourfold.command.link.LinkSettings;
import org.fourfold.command.link.ModelFile;
import org.fourfold.command.link.SourcesFile;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is linked within one process and what is linked on Spark is the same, byte for byte, whatever the pieces of work. */
class SameAsEmbeddedTest {

    private static final List<String> WRITTEN = List.of("clusters.csv", "linkage.model", "not-joined.csv", "pairs.csv");

    /** What of run.txt is counted from the keys of all records, which lie elsewhere on Spark. */
    private static final List<String> OF_KEYS =
            List.of("rule ", "matches-expected ", "matches-missed-", "records-in-no-block ", "records-crowded-out ");

    /** Many parts, and blocks of a dozen records in grids of tiles. */
    private static final Sizes SMALL = new Sizes(150, 4);

    @TempDir
    Path folder = Path.of("");

    private Optional<SourcesFile> sources = Optional.empty();
    private Optional<PreviousClusters> previous = Optional.empty();

    @Test
    void personsOfTwoTablesWithJudgements() throws IOException {
        List<String> rows = Invented.persons(700, 0, new Random(1));
        Path one = write("one.csv", rows.subList(0, 400));
        List<String> others =
                Stream.concat(rows.stream().limit(1), rows.stream().skip(400)).toList();
        Path two = write("two.csv", others);
        Path judged = write(
                "judged.csv",
                List.of(
                        "source_a,id_a,source_b,id_b,verdict,who,when,until,reason",
                        judgement(rows.get(3), rows.get(500), "same"),
                        judgement(rows.get(9), rows.get(600), "same"),
                        judgement(rows.get(10), rows.get(11), "different"),
                        judgement(rows.get(12), rows.get(13), "different")));
        Optional<JudgementFile> judgements = Optional.of(JudgementFile.of(judged, LocalDate.of(2026, 11, 27)));
        same("persons", judgements, SMALL, "local[2]", one, two);
        assertThat(Files.readString(folder.resolve("spark/pairs.csv"))).contains(",yes\n", ",no\n");
    }

    @Test
    void sourcesThatMayNotMeetAndNamesOfARunBefore() throws IOException {
        List<String> rows = Invented.persons(500, 0, new Random(6));
        same("persons", Optional.empty(), SMALL, "local[2]", write("first.csv", rows.subList(0, 300)));
        previous = Optional.of(EarlierRun.read(folder.resolve("1first.csv.here")));
        sources = Optional.of(SourcesFile.of(write("sources.txt", List.of("within dedupe", "between forbid"))));
        same("persons", Optional.empty(), SMALL, "local[2]", write("all.csv", rows));
        assertThat(folder.resolve("all.csv.there/lineage.csv"))
                .hasSameBinaryContentAs(folder.resolve("1all.csv.here/lineage.csv"));
    }

    @Test
    void aSheltersTelephoneInFourThousandRecordsAndMore() throws IOException {
        List<String> rows = Invented.persons(6_000, 4_100, new Random(2));
        same("persons-few", Optional.empty(), new Sizes(1_000, 100), "local[2]", write("shelter.csv", rows));
        assertThat(Files.readString(folder.resolve("spark/report.html"))).contains("4,100");
    }

    @Test
    void incidentsWhoseTextsHaveManyKeys() throws IOException {
        List<String> rows = Invented.incidents(900, new Random(3));
        same("incidents", Optional.empty(), SMALL, "local", write("incidents.csv", rows));
    }

    @Test
    void tablesOfNobodyAndOfOne() throws IOException {
        List<String> rows = Invented.persons(1, 0, new Random(4));
        same("persons", Optional.empty(), SMALL, "local", write("nobody.csv", rows.subList(0, 1)));
        same("persons", Optional.empty(), SMALL, "local", write("one.csv", rows));
    }

    /** Needs ../shared/tools/linkage, where the generator lies. */
    @Test
    void fifteenThousandGeneratedPersons() throws Exception {
        Path generator = shared("tools/linkage/GenPersons.java");
        Path table = folder.resolve("generated.csv");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        generator.toString(),
                        "15000",
                        "7",
                        table.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        same("persons", Optional.empty(), new Sizes(4_000, 10), "local[2]", table);
    }

    @Test
    void whatIsNotDoneHereIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path table = write("few.csv", Invented.persons(5, 0, new Random(5)));
        ModelFile file = ModelFile.of("persons", Path.of("persons"));
        LinkSettings settings = new LinkSettings(
                List.of(table),
                file,
                file.model(),
                List.of(),
                folder.resolve("refused"),
                2,
                Language.EN,
                "test",
                Optional.empty(),
                Optional.of(table),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Elsewhere(new SparkEngine(SMALL), "local")));
        LinkRun run = new LinkRun(settings, (language, remark) -> remark.key(), remark -> {});
        assertThatThrownBy(() -> run.run(path -> path)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("command.link-engine-not");
                assertThat(problem.details()).containsEntry("what", "--labels");
            });
        });
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    private void same(String model, Optional<JudgementFile> judgements, Sizes sizes, String master, Path... tables)
            throws IOException {
        String at = String.valueOf(tables[0].getFileName());
        Path here = folder.resolve(tables.length + at + ".here");
        link(model, judgements, Optional.empty(), here, tables);
        Path there = folder.resolve("spark");
        if (Files.exists(there)) {
            there = folder.resolve(at + ".there");
        }
        link(model, judgements, Optional.of(new Elsewhere(new SparkEngine(sizes), master)), there, tables);
        for (String file : WRITTEN) {
            assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
        }
        assertThat(lines(there)).isEqualTo(lines(here));
        assertThat(report(there)).isEqualTo(report(here));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("."));
        }
    }

    private static List<String> lines(Path run) throws IOException {
        return Files.readAllLines(run.resolve("run.txt")).stream()
                .filter(line -> OF_KEYS.stream().noneMatch(line::startsWith))
                .toList();
    }

    /** The report without its sections on blocking. */
    private static String report(Path run) throws IOException {
        String whole = Files.readString(run.resolve("report.html"));
        int from = whole.indexOf("<h2>Which pairs were compared");
        int to = whole.indexOf("<h2>What agreement is worth");
        assertThat(from).isPositive();
        assertThat(to).isGreaterThan(from);
        return whole.substring(0, from) + whole.substring(to);
    }

    private void link(
            String model, Optional<JudgementFile> judgements, Optional<Elsewhere> elsewhere, Path out, Path... tables)
            throws IOException {
        ModelFile file = ModelFile.of(model, Path.of(model));
        LinkSettings settings = new LinkSettings(
                List.of(tables),
                file,
                file.model(),
                List.of(),
                out,
                2,
                Language.EN,
                "test",
                judgements,
                Optional.empty(),
                List.of(),
                0,
                sources,
                previous,
                elsewhere);
        LinkRun.Outcome outcome =
                new LinkRun(settings, (language, remark) -> remark.key(), remark -> {}).run(path -> path);
        assertThat(outcome.pairs()).isNotNegative();
    }

    private static String judgement(String one, String other, String verdict) {
        return name(one) + "," + name(other) + "," + verdict + ",M. Xol,2026-11-01,,";
    }

    private static String name(String row) {
        List<String> cells = List.of(row.split(",", -1));
        return cells.get(1) + "," + cells.getFirst();
    }

    private Path write(String name, List<String> rows) throws IOException {
        return Files.write(folder.resolve(name), rows);
    }

    private static Path shared(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("aborted");
    }
}
