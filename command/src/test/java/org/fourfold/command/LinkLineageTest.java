package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fourfold.linkage.model.ShippedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourfold link --previous} and {@code --sources}: names that last, and who may not be linked with whom. */
class LinkLineageTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> rows = new ArrayList<>(InventedPersons.of(400, 3).rows());

    private Path table(List<String> some) throws IOException {
        List<String> all = new ArrayList<>(some);
        return new InventedPersons(all).write(folder.resolve("persons.csv"));
    }

    private Said link(String out, Path table, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "link",
                table.toString(),
                "--model",
                "persons",
                "--out",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Said.wide(words.toArray(String[]::new));
    }

    private Map<String, String> clusters(String out) throws IOException {
        Map<String, String> clusters = new TreeMap<>();
        Files.readAllLines(folder.resolve(out).resolve("clusters.csv")).stream()
                .skip(1)
                .forEach(row ->
                        clusters.put(row.substring(0, row.indexOf(',')), row.substring(row.lastIndexOf(',') + 1)));
        return clusters;
    }

    /** A cluster is called by its first record: without that record it would have another name. */
    @Test
    void clustersKeepTheirNamesWhenTheRecordGoesByWhichTheyWereCalled() throws IOException {
        assertThat(link("first", table(rows)).code()).isZero();
        Map<String, String> before = clusters("first");
        String several = before.values().stream()
                .filter(name -> before.values().stream().filter(name::equals).count() > 2)
                .findFirst()
                .orElseThrow();
        String first = before.entrySet().stream()
                .filter(each -> each.getValue().equals(several))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        rows.removeIf(row -> row.startsWith(first + ","));

        Said said = link(
                "second", table(rows), "--previous", folder.resolve("first").toString());

        assertThat(said.code()).as(said.all()).isZero();
        assertThat(clusters("second").values()).contains(several);
        List<String> lineage = Files.readAllLines(folder.resolve("second/lineage.csv"));
        assertThat(lineage.getFirst())
                .isEqualTo("cluster_id,event,other_id,records_before,records_after,records_shared");
        assertThat(lineage).anyMatch(row -> row.startsWith(several + ",shrank,"));
        assertThat(lineage.stream().filter(row -> row.contains(",kept,")).count())
                .isGreaterThan(300);
    }

    @Test
    void theSameTableAgainKeepsEveryName() throws IOException {
        assertThat(link("first", table(rows)).code()).isZero();
        assertThat(link(
                                "again",
                                table(rows),
                                "--previous",
                                folder.resolve("first").toString())
                        .code())
                .isZero();

        assertThat(clusters("again")).isEqualTo(clusters("first"));
        assertThat(Files.readAllLines(folder.resolve("again/lineage.csv")).stream()
                        .skip(1))
                .allMatch(row -> row.contains(",kept,"));
    }

    /** Somebody wrote a name of their own into the file of the run before: with a comma and quotes it is still one cell. */
    @Test
    void namesThatSomebodyWroteStayOneCell() throws IOException {
        assertThat(link("first", table(rows)).code()).isZero();
        Path file = folder.resolve("first/clusters.csv");
        List<String> lines = Files.readAllLines(file);
        String name = lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1);
        Files.write(
                file,
                lines.stream()
                        .map(line -> line.endsWith("," + name)
                                ? line.replace("," + name, ",\"López, \"\"la red\"\"\"")
                                : line)
                        .toList());

        assertThat(link(
                                "again",
                                table(rows),
                                "--previous",
                                folder.resolve("first").toString())
                        .code())
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("again/clusters.csv")))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(file));
    }

    /** A model that allows one pair between two clusters: what would have grown is named in the report by its clusters. */
    @Test
    void theReportNamesWhatTheGuardAgainstGiantsKeptApart() throws IOException {
        Path model = Files.writeString(
                folder.resolve("guarded.model"), ShippedModels.text("persons") + "\ncluster pairs=1\n");

        Said said = Said.wide(
                "link",
                table(rows).toString(),
                "--model",
                model.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(said.code()).as(said.all()).isZero();
        List<String> kept = Files.readAllLines(folder.resolve("out/not-joined.csv")).stream()
                .filter(row -> row.contains(",size,"))
                .toList();
        assertThat(kept).isNotEmpty();
        String record = kept.getFirst().substring(0, kept.getFirst().indexOf(','));
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Kept apart by the size guard")
                .contains(clusters("out").get(record));
    }

    @Test
    void aFolderOfNoRunIsRefused() throws IOException {
        Said said = link("out", table(rows), "--previous", folder.toString());

        assertThat(said.code()).isNotZero();
        assertThat(said.all()).contains("This is no folder of an earlier run");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** The halves of the table are two sources; what is forbidden between them is in no cluster. */
    @Test
    void sourcesThatMayNotBeLinkedAreNot() throws IOException {
        Path one = new InventedPersons(rows.subList(0, rows.size() / 2)).write(folder.resolve("one.csv"));
        List<String> copies = rows.subList(0, rows.size() / 2).stream()
                .map(row -> row.replaceFirst("-", "-9"))
                .toList();
        Path other = new InventedPersons(copies).write(folder.resolve("other.csv"));
        Path matrix = Files.writeString(folder.resolve("sources.txt"), "pair one other forbid\npair one othr forbid\n");

        assertThat(link("free", one, other.toString()).code()).isZero();
        Said said = link("forbidden", one, other.toString(), "--sources", matrix.toString());

        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("some that these tables do not have: othr");
        assertThat(mixed("free")).isGreaterThan(100);
        assertThat(mixed("forbidden")).isZero();
        assertThat(folder.resolve("forbidden/not-joined.csv")).exists();
    }

    /** Clusters with records of both tables. */
    private long mixed(String out) throws IOException {
        Map<String, String> sourceOf = new TreeMap<>();
        long mixed = 0;
        for (String row : Files.readAllLines(folder.resolve(out + "/clusters.csv"))) {
            String cluster = row.substring(row.lastIndexOf(',') + 1);
            String source = row.substring(row.indexOf(',') + 1, row.lastIndexOf(','));
            String before = sourceOf.put(cluster, source);
            mixed += before != null && !before.equals(source) ? 1 : 0;
        }
        return mixed;
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        Path matrix = Files.writeString(folder.resolve("sources.txt"), "within dedupe\npair one other never\n");

        Said said = link("out", table(rows), "--sources", matrix.toString());

        assertThat(said.code()).isNotZero();
        assertThat(said.all()).contains("sources.txt, line 2");
    }
}
