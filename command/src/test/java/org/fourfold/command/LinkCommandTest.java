package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourfold link}: tables go in, a folder comes out, without a node; and what is bad in the tables is told, not guessed. */
class LinkCommandTest {

    private static final List<String> WRITTEN =
            List.of("clusters.csv", "linkage.model", "not-joined.csv", "pairs.csv", "report.html", "run.txt");

    @TempDir
    Path folder = Path.of("");

    @Test
    void recordsOfOnePersonAreFoundAndNothingElseIsJoined() throws IOException {
        Path table = InventedPersons.of(300, 1).write(folder.resolve("persons.csv"));
        Said said = link("out", table);
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(names(folder.resolve("out"))).isEqualTo(WRITTEN);
        List<String> clusters = Files.readAllLines(folder.resolve("out/clusters.csv"));
        assertThat(clusters.getFirst()).isEqualTo("record_id,cluster_id");
        assertThat(clusters).hasSize(1 + 300 + 100 + 34);
        assertThat(clusters.get(1)).matches("\\d+-\\d,c[0-9a-f]{16}");
        Map<String, Set<String>> persons = personsOfClusters(clusters);
        assertThat(persons.values()).allMatch(inside -> inside.size() == 1);
        assertThat(persons).as("134 records are a second or third one").hasSizeBetween(300, 306);
        List<String> pairs = Files.readAllLines(folder.resolve("out/pairs.csv"));
        assertThat(pairs.getFirst()).isEqualTo("left_id,right_id,weight_bits,linked");
        assertThat(pairs.get(1)).matches("\\d+-\\d,\\d+-\\d,\\d+\\.\\d\\d,yes");
        assertThat(pairs.stream().skip(1).map(row -> Double.parseDouble(row.split(",", -1)[2])))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(said.answer()).contains("434 records", "clusters hold several records", "report.html");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("persons", "434");
    }

    @Test
    void theOrderOfRowsAndTheNumberOfThreadsChangeNoByte() throws IOException {
        InventedPersons persons = InventedPersons.of(200, 2);
        Path table = persons.write(folder.resolve("persons.csv"));
        Path elsewhere = Files.createDirectory(folder.resolve("shuffled"));
        Path shuffled = persons.shuffled(3).write(elsewhere.resolve("persons.csv"));
        assertThat(link("one", table, "--threads", "1").code()).isZero();
        assertThat(link("two", shuffled, "--threads", "3").code()).isZero();
        for (String file : WRITTEN) {
            if (!file.equals("run.txt")) {
                assertThat(folder.resolve("one").resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
            }
        }
        assertThat(link("again", table).code()).isZero();
        assertThat(folder.resolve("again/run.txt")).hasSameBinaryContentAs(folder.resolve("one/run.txt"));
    }

    @Test
    void anEngineThatIsNotThereIsTold() throws IOException {
        Path table = InventedPersons.of(20, 8).write(folder.resolve("persons.csv"));
        Map<List<String>, String> told = Map.of(
                List.of("--engine", "flink"), "There is no engine flink",
                List.of("--engine", "spark", "--master", "local"), "came without the part",
                List.of("--master", "local"), "no engine that has one");
        told.forEach((options, words) -> {
            Said said = link("out", table, options.toArray(String[]::new));
            assertThat(said.code()).isEqualTo(ExitCode.FAULTS.number());
            assertThat(said.all()).contains(words);
        });
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(link("out", table, "--engine", "embedded").code()).isZero();
    }

    @Test
    void aParquetFileGivesTheSameAsItsCsv() throws Exception {
        Path table = InventedPersons.of(200, 4).write(folder.resolve("persons.csv"));
        Path parquet = folder.resolve("columns").resolve("persons.parquet");
        Files.createDirectory(parquet.getParent());
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            // As tools write it: days as days, telephone numbers as numbers with a point, an unused column of lists.
            boolean _ = statement.execute("COPY (SELECT * REPLACE (TRY_CAST(dob AS TIMESTAMP) AS dob,"
                    + " CAST(phone AS DOUBLE) AS phone), [municipio] AS seen_in FROM read_csv('" + table
                    + "', all_varchar=true)) TO '" + parquet + "' (FORMAT parquet)");
        }
        Files.writeString(table, Files.readString(table).replace("+502", "502"));
        assertThat(link("csv", table).code()).isZero();
        assertThat(link("parquet", parquet).code()).isZero();
        for (String file : List.of("clusters.csv", "pairs.csv")) {
            assertThat(folder.resolve("parquet").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("csv").resolve(file));
        }
    }

    @Test
    void aRunSaysWhatItWasMadeOfAndItsModelMakesItAgain() throws IOException {
        Path table = InventedPersons.of(100, 5).write(folder.resolve("persons.csv"));
        assertThat(link("out", table, "--threshold", "4").code()).isZero();
        String run = Files.readString(folder.resolve("out/run.txt"));
        assertThat(run)
                .startsWith("fourfold link 1\nengine ")
                .contains("\nmodel persons ", "\nthreshold 4.0\n", " 146 records persons.csv\n")
                .doesNotContain(folder.toString());
        String model = folder.resolve("out/linkage.model").toString();
        assertThat(Said.wide("link", table.toString(), "--model", model, "--threshold", "4", "--out", at("again"))
                        .code())
                .isZero();
        for (String file : WRITTEN) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(file));
        }
        Path printed = folder.resolve("printed.model");
        Files.writeString(printed, Said.wide("link", "model", "persons").answer() + "\n");
        assertThat(printed).hasSameBinaryContentAs(Path.of(model));
        assertThat(Said.wide("link", "models").lines()).anyMatch(line -> line.startsWith("persons-few: "));
    }

    @Test
    void columnsThatAreCalledOtherwiseAreNamed() throws IOException {
        Path table = InventedPersons.of(60, 6).write(folder.resolve("persons.csv"));
        Files.writeString(
                table, Files.readString(table).replace(InventedPersons.HEADING, "folio,n,a,nacida,m,d,celular"));
        Said lost = link("lost", table);
        assertThat(lost.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(lost.all()).contains("folio, n, a, nacida", "--map", "name.given");
        List<String> maps = List.of("id=folio", "name.given=n", "name.surnames=a", "born=nacida", "phone=celular");
        Said said = link(
                "out",
                table,
                maps.stream().flatMap(map -> Stream.of("--map", map)).toArray(String[]::new));
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("no column for place, number, sex");
        assertThat(Files.readString(folder.resolve("out/run.txt"))).contains("\nmap name.given=n\n");
        assertThat(personsOfClusters(Files.readAllLines(folder.resolve("out/clusters.csv"))))
                .hasSizeBetween(60, 62);
    }

    @Test
    void idsThatSeveralFilesUseAreToldApartByTheFile() throws IOException {
        InventedPersons persons = InventedPersons.of(60, 7);
        Path one = persons.write(folder.resolve("one.csv"));
        Path two = persons.write(folder.resolve("two.csv"));
        assertThat(link("out", one, two.toString()).code()).isZero();
        List<String> clusters = Files.readAllLines(folder.resolve("out/clusters.csv"));
        assertThat(clusters.getFirst()).isEqualTo("record_id,source,cluster_id");
        assertThat(clusters).anyMatch(row -> row.startsWith("0-0,one,")).anyMatch(row -> row.startsWith("0-0,two,"));
        assertThat(new HashSet<>(clusters)).as("no row twice").hasSameSizeAs(clusters);
    }

    @Test
    void anIdThatOneSourceUsesTwiceIsTold() throws IOException {
        Path table = InventedPersons.of(60, 8).write(folder.resolve("persons.csv"));
        String text = Files.readString(table);
        Files.writeString(table, text.replace("\n1-0,", "\n2-0,"));
        assertThat(link("out", table).answer()).contains("1 record has an id that its source gave before");
    }

    @Test
    void whatCannotBeLinkedIsRefusedWithItsMendAndLeavesNothing() throws IOException {
        Path table = InventedPersons.of(20, 9).write(folder.resolve("persons.csv"));
        Path sheet = Files.writeString(folder.resolve("sheet.csv"), "PK\u0003\u0004 not a table");
        Path wide = Files.write(folder.resolve("wide.csv"), "id,nombres\n1,Ana".getBytes(StandardCharsets.UTF_16));
        Path twice = Files.writeString(folder.resolve("twice.csv"), "id,nombres,nombres\n1,a,b\n");
        Path broken = Files.writeString(folder.resolve("broken.parquet"), "PAR1 and no more");
        Path model = Files.writeString(folder.resolve("own.model"), "model own 1\nfield x dragon y\n");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.createFile(full.resolve("something"));
        List<String> before = names(folder);
        refused("file cannot be read", "link", table + ".not", "--model", "persons", "--out", at("out"));
        refused("persons, persons-few", "link", table.toString(), "--model", "people", "--out", at("out"));
        refused("own.model, line 2", "link", table.toString(), "--model", model.toString(), "--out", at("out"));
        refused("named twice", "link", table.toString(), table.toString(), "--model", "persons", "--out", at("out"));
        refused("neither CSV nor Parquet", "link", sheet.toString(), "--model", "persons", "--out", at("out"));
        refused("CSV UTF-8", "link", wide.toString(), "--model", "persons", "--out", at("out"));
        refused("two columns are called", "link", twice.toString(), "--model", "persons", "--out", at("out"));
        refused("cannot be read as Parquet", "link", broken.toString(), "--model", "persons", "--out", at("out"));
        refused("new or empty", "link", table.toString(), "--model", "persons", "--out", full.toString());
        refused("no field fone", "link", table.toString(), "--model", "persons", "--out", at("out"), "--map", "fone=x");
        refused(
                "No file has a column x",
                "link",
                table.toString(),
                "--model",
                "persons",
                "--out",
                at("out"),
                "--map",
                "phone=x");
        refused("from 1 to", "link", table.toString(), "--model", "persons", "--out", at("out"), "--threads", "0");
        assertThat(names(folder)).isEqualTo(before);
        Said unsaid = Said.wide("link", table.toString(), "--out", at("out"));
        assertThat(unsaid.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(unsaid.all()).contains("--model");
    }

    @Test
    void whereNobodyIsTheSameNothingIsInvented() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            String letters = Character.toString('A' + i).repeat(4);
            rows.add(String.join(
                    ",",
                    "r" + i,
                    letters + "o " + letters + "e",
                    letters + "es " + letters + "az",
                    (1950 + i) + "-01-" + (i + 1),
                    letters,
                    letters,
                    "+5025000" + (1000 + 37 * i)));
        }
        Path table = new InventedPersons(rows).write(folder.resolve("strangers.csv"));
        Said said = Said.to(Language.ES, "link", table.toString(), "--model", "persons", "--out", at("out"));
        assertThat(said.code()).isZero();
        assertThat(said.answer()).contains("no se unió nada");
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv"))).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv"))).hasSize(27);
        Path one =
                Files.writeString(folder.resolve("one.csv"), InventedPersons.HEADING + "\n" + rows.getFirst() + "\n");
        assertThat(link("alone", one).answer()).contains("1 record", "nothing was linked");
        Path none = Files.writeString(folder.resolve("none.csv"), InventedPersons.HEADING + "\n");
        assertThat(link("nobody", none).answer()).contains("0 records", "nothing was linked");
    }

    @Test
    void aTableThatSaysNothingIsTold() throws IOException {
        Path table = new InventedPersons(IntStream.range(0, 500)
                        .mapToObj(i -> "r" + i + ",,,,,,")
                        .toList())
                .write(folder.resolve("empty.csv"));
        Said said = link("out", table);
        assertThat(said.code()).isZero();
        assertThat(said.answer()).contains("The field name has a column", "The field phone has", "nothing was linked");
    }

    @Test
    void faultsOfRowsAreToldWithTheirRows() throws IOException {
        InventedPersons persons = InventedPersons.of(60, 10);
        List<String> rows = new ArrayList<>(persons.rows());
        rows.set(4, rows.get(4).substring(0, rows.get(4).lastIndexOf(',')));
        rows.set(6, rows.get(6) + ",and,more");
        rows.set(8, rows.get(8).replace(",", "," + "x".repeat(3 << 20)));
        rows.set(10, "last-0,\"Ana,López,1990-01-01,Mixco,Guatemala,");
        Path table = new InventedPersons(rows).write(folder.resolve("persons.csv"));
        Said said = link("out", table);
        assertThat(said.code()).isZero();
        assertThat(said.answer())
                .contains("1 row has fewer cells than the first line (row 5)")
                .contains("1 row has more cells than the first line (row 7)")
                .contains("longer than 1 MB", "(row 9)")
                .contains("quotation mark");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("(row 5)");
    }

    @Test
    void cellsOfAnOldEncodingAreReadBesideThoseOfTheNew() throws IOException {
        List<String> rows = InventedPersons.of(60, 11).rows();
        Path table = folder.resolve("mixed.csv");
        Charset old = Charset.forName("windows-1252");
        try (var out = Files.newOutputStream(table)) {
            out.write((InventedPersons.HEADING + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < rows.size(); i++) {
                out.write(("ñ" + rows.get(i) + "\n").getBytes(i % 2 == 0 ? old : StandardCharsets.UTF_8));
            }
        }
        assertThat(link("out", table).code()).isZero();
        List<String> clusters = Files.readAllLines(folder.resolve("out/clusters.csv"));
        assertThat(clusters.subList(1, clusters.size())).allMatch(row -> row.startsWith("ñ"));
        assertThat(personsOfClusters(clusters)).hasSizeBetween(60, 62);
    }

    @Test
    @Timeout(30)
    void aShelterWhosePhoneAThousandsGiveAndRowsWithoutEndDoNotExplode() throws IOException {
        Path shelter = folder.resolve("shelter.csv");
        List<String> sorted = new ArrayList<>(InventedPersons.of(20_000, 12).rows());
        sorted.replaceAll(row -> row.substring(0, row.lastIndexOf(',')) + ",+50222000000");
        // Sorted so that whoever believes the first rows believes that everybody has one surname.
        sorted.sort(Comparator.comparing(row -> row.substring(row.indexOf(',', row.indexOf(',') + 1))));
        assertThat(sorted.size()).isGreaterThan(28_000);
        new InventedPersons(sorted).write(shelter);
        Said hub = Said.wide("link", shelter.toString(), "--model", "persons-few", "--out", at("hub"));
        assertThat(hub.code()).as(hub.all()).isZero();
        assertThat(hub.answer()).contains("records share one value of the rule \"phone\"");

        Path same = folder.resolve("same.csv");
        try (BufferedWriter out = Files.newBufferedWriter(same)) {
            out.write(InventedPersons.HEADING + "\n");
            for (int i = 0; i < 200_000; i++) {
                out.write("r" + i + ",Ana María,López Pérez,1990-05-05,Mixco,Guatemala,+50250001000\n");
            }
        }
        Said crowd = Said.wide("link", same.toString(), "--model", "persons-few", "--out", at("crowd"));
        assertThat(crowd.code()).as(crowd.all()).isZero();
        assertThat(crowd.answer()).contains("199,999 records say in every field what another one says");
        assertThat(crowd.lines()).as("few plain lines").hasSizeLessThan(10);
    }

    @Test
    void whatPersonsJudgedComesBeforeAllEvidence() throws IOException {
        Path table = InventedPersons.of(300, 1).write(folder.resolve("persons.csv"));
        assertThat(link("before", table).code()).isZero();
        String[] linked =
                Files.readAllLines(folder.resolve("before/pairs.csv")).get(1).split(",", -1);
        String heading = "source_a,id_a,source_b,id_b,verdict,who,when\n";
        Path judged = Files.writeString(
                folder.resolve("judged.csv"),
                heading + "persons," + linked[0] + ",persons," + linked[1] + ",different,M. Xol,2026-11-27\n"
                        + "persons,1-1,persons,2-1,same,M. Xol,2026-11-27\n");

        Said said = link("after", table, "--judgements", judged.toString(), "--explain", "7");

        assertThat(said.code()).as(said.all()).isZero();
        Map<String, String> clusters = new HashMap<>();
        Files.readAllLines(folder.resolve("after/clusters.csv"))
                .forEach(row -> clusters.put(row.substring(0, row.indexOf(',')), row.substring(row.indexOf(',') + 1)));
        assertThat(clusters.get(linked[0])).isNotEqualTo(clusters.get(linked[1]));
        assertThat(clusters.get("1-1")).isEqualTo(clusters.get("2-1"));
        assertThat(Files.readAllLines(folder.resolve("after/explanations.jsonl")))
                .hasSize(7)
                .allMatch(line -> line.startsWith("{\"model\":\"persons\""));
        assertThat(Files.readString(folder.resolve("after/run.txt"))).contains("judgements ");

        Files.writeString(judged, heading + "persons,1-1,persons,2-1,perhaps,M. Xol,2026-11-27\n");
        Said bad = link("bad", table, "--judgements", judged.toString());
        assertThat(bad.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(bad.all()).contains("judged.csv");
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    private Said link(String out, Path table, String... more) {
        List<String> words = new ArrayList<>(List.of("link", table.toString()));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--model", "persons", "--out", at(out)));
        return Said.wide(words.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void refused(String mend, String... words) {
        Said said = Said.wide(words);
        assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all().replaceAll("\\s+", " ")).contains(mend);
        assertThat(said.lines()).isEmpty();
    }

    private static Map<String, Set<String>> personsOfClusters(List<String> rows) {
        Map<String, Set<String>> persons = new HashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String person = row.substring(0, row.indexOf('-'));
            persons.computeIfAbsent(row.substring(row.lastIndexOf(',') + 1), cluster -> new HashSet<>())
                    .add(person);
        }
        return persons;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
