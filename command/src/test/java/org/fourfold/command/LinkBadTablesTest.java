package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that nobody should have, end to end: bounds are on counts and sizes, not on clocks. */
class LinkBadTablesTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder = Path.of("");

    /** As a text of one line, and as a document with quotes and line ends. */
    @Test
    void cellsOfAHundredMegabytesCostTheirRowsOnly() throws IOException {
        List<String> rows = InventedPersons.of(60, 31).rows();
        byte[] line = "x".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        byte[] document = "Dijo \"\"no\"\", y se fue.\n".repeat(MEGABYTE / 20).getBytes(StandardCharsets.UTF_8);
        Path table = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(table)) {
            write(out, InventedPersons.HEADING + "\n" + String.join("\n", rows.subList(0, 30)) + "\nlong-0,");
            for (int i = 0; i < 100; i++) {
                out.write(line);
            }
            write(out, ",López,1990-01-01,Mixco,Guatemala,1\nlong-1,\"");
            for (int i = 0; i < 100; i++) {
                out.write(document);
            }
            write(out, "\",López,1990-01-01,Mixco,Guatemala,1\n");
            write(out, String.join("\n", rows.subList(30, rows.size())) + "\n");
        }
        assertThat(Files.size(table)).isGreaterThan(200L * MEGABYTE);
        Said said = link("out", table);
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer())
                .contains(rows.size() + " records")
                .contains("2 rows are longer than 1 MB and were left out (row 31, 32)")
                .doesNotContain("fewer cells", "xxxx", "Dijo");
        assertThat(clusters("out").keySet()).containsExactlyInAnyOrderElementsOf(ids(rows));
    }

    @Test
    void aCellOfAHundredMegabytesInParquetCostsItsRowOnly() throws IOException, SQLException {
        Path table = InventedPersons.of(60, 32).write(folder.resolve("persons.csv"));
        Path parquet = folder.resolve("long.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute("COPY (SELECT * REPLACE (CASE id WHEN '3-0' THEN repeat('x', 104857600) ELSE"
                    + " nombres END AS nombres) FROM read_csv('" + table + "', all_varchar=true)) TO '" + parquet
                    + "' (FORMAT parquet)");
        }
        Said said = link("out", parquet);
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("1 row is longer than 1 MB").doesNotContain("xxxx");
        assertThat(clusters("out")).hasSize(InventedPersons.of(60, 32).rows().size() - 1);
    }

    /** The first line goes on and on: it is told, and not repeated. */
    @Test
    void aHeadingWithoutEndIsRefused() throws IOException {
        Path table =
                Files.writeString(folder.resolve("head.csv"), "id,\"nombres" + "x".repeat(8 * MEGABYTE) + "\n1,Ana\n");
        Said said = link("out", table);
        assertThat(said.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all().replaceAll("\\s+", " "))
                .contains("the first line is longer than 1 MB")
                .hasSizeLessThan(1_000);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** By surname, by day of birth from both ends, the strangers first: whoever learns from the first rows learns otherwise. */
    @Test
    void howeverAFileIsSortedNoByteOfWhatIsFoundChanges() throws IOException {
        InventedPersons persons = InventedPersons.of(600, 33);
        assertThat(link("as-it-is", persons.write(folder.resolve("persons.csv")))
                        .code())
                .isZero();
        Comparator<String> bySurname = Comparator.comparing(row -> cell(row, 2));
        Comparator<String> byBirth = Comparator.comparing(row -> cell(row, 3));
        Comparator<String> strangersFirst =
                Comparator.comparing(row -> Integer.parseInt(row.substring(0, row.indexOf('-'))) % 3 == 0);
        int turn = 0;
        for (Comparator<String> order : List.of(bySurname, byBirth, byBirth.reversed(), strangersFirst)) {
            Path place = Files.createDirectory(folder.resolve("sorted-" + ++turn));
            Path sorted = new InventedPersons(
                            persons.rows().stream().sorted(order).toList())
                    .write(place.resolve("persons.csv"));
            assertThat(link("out-" + turn, sorted).code()).isZero();
            for (String file : List.of("clusters.csv", "pairs.csv", "report.html")) {
                assertThat(folder.resolve("out-" + turn).resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("as-it-is").resolve(file));
            }
        }
    }

    /** Twenty given names and twenty surnames, and nobody twice: alike as they are, they stay apart. */
    @Test
    void ofPersonsWhoAreAllOthersHardlyAnyAreJoined() throws IOException {
        List<String> once = InventedPersons.of(6_000, 34).rows().stream()
                .filter(row -> cell(row, 0).endsWith("-0"))
                .toList();
        Said said = link("out", new InventedPersons(once).write(folder.resolve("once.csv")));
        assertThat(said.code()).as(said.all()).isZero();
        Map<String, String> clusters = clusters("out");
        assertThat(clusters).hasSize(6_000);
        assertThat(new HashSet<>(clusters.values())).as("clusters").hasSizeGreaterThan(5_990);
    }

    @Test
    void whatTwoPersonsJudgedBothWaysStaysApartAndIsTold() throws IOException {
        Path table = InventedPersons.of(300, 1).write(folder.resolve("persons.csv"));
        Path judged = Files.writeString(folder.resolve("judged.csv"), """
                source_a,id_a,source_b,id_b,verdict,who,when
                persons,1-0,persons,2-0,same,M. Xol,2026-11-26
                persons,2-0,persons,1-0,different,P. Ruiz,2026-11-27
                persons,4-0,persons,5-0,same,M. Xol,2026-11-26
                persons,5-0,persons,7-0,same,M. Xol,2026-11-26
                persons,4-0,persons,7-0,different,P. Ruiz,2026-11-27
                persons,8-0,persons,10-0,same,M. Xol,2026-11-26
                """);
        Said said = link("out", table, "--judgements", judged.toString());
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer().replaceAll("\\s+", " ")).contains("2 judgements contradict others");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("2 judgements contradict others");
        Map<String, String> clusters = clusters("out");
        assertThat(clusters.get("1-0")).isNotEqualTo(clusters.get("2-0"));
        assertThat(clusters.get("4-0")).isNotEqualTo(clusters.get("7-0"));
        assertThat(clusters.get("8-0")).isEqualTo(clusters.get("10-0"));
    }

    /** Signs that are no text, and words that mean nothing: nothing is said, so nobody is the same. */
    @Test
    void cellsThatOnlyLookFullLinkNobody() throws IOException {
        List<String> nothings = List.of("\u0000", "N/A", "-", "???", "NULL", "\u00a0", "s/n", "\"\"");
        List<String> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "r" + i + ("," + nothings.get(i % nothings.size())).repeat(6))
                .toList();
        Said said = link("out", new InventedPersons(rows).write(folder.resolve("nothing.csv")));
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("The field name has a column", "nothing was linked");
        assertThat(new HashSet<>(clusters("out").values())).hasSize(1_000);
    }

    private Said link(String out, Path table, String... more) {
        List<String> words = new ArrayList<>(List.of("link", table.toString(), "--model", "persons"));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--out", folder.resolve(out).toString()));
        return Said.wide(words.toArray(String[]::new));
    }

    /** By record its cluster. */
    private Map<String, String> clusters(String out) throws IOException {
        Map<String, String> clusters = new HashMap<>();
        for (String row : Files.readAllLines(folder.resolve(out).resolve("clusters.csv"))) {
            String _ = clusters.put(cell(row, 0), row.substring(row.lastIndexOf(',') + 1));
        }
        String _ = clusters.remove("record_id");
        return clusters;
    }

    private static List<String> ids(List<String> rows) {
        return rows.stream().map(row -> cell(row, 0)).toList();
    }

    private static String cell(String row, int number) {
        int from = 0;
        for (int i = 0; i < number; i++) {
            from = row.indexOf(',', from) + 1;
        }
        int to = row.indexOf(',', from);
        return row.substring(from, to < 0 ? row.length() : to);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
