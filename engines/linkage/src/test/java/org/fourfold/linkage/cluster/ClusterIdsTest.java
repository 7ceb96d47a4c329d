package org.fourfold.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterIdsTest {

    @TempDir
    private Path folder;

    private Records records(String... ids) throws IOException {
        return Tables.of(folder, Arrays.stream(ids).map(id -> "s," + id + ",x").toList());
    }

    /** Groups as text, {@code ab c}: a and b are one. */
    private static int[] clusters(Records records, String groups) {
        int[] clusters = new int[records.size()];
        for (int i = 0; i < clusters.length; i++) {
            String group = groupOf(groups, records.idOf(i));
            clusters[i] = IntStream.range(0, records.size())
                    .filter(other -> groupOf(groups, records.idOf(other)).equals(group))
                    .findFirst()
                    .orElseThrow();
        }
        return clusters;
    }

    private static String groupOf(String groups, String id) {
        return Arrays.stream(groups.split(" ", -1))
                .filter(each -> each.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private ClusterIds run(PreviousClusters previous, Records records, String groups) {
        return ClusterIds.of(previous, records, clusters(records, groups));
    }

    private static Map<String, String> byRecord(Records records, ClusterIds ids) {
        Map<String, String> of = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            of.put(records.idOf(i), ids.idOf()[i]);
        }
        return of;
    }

    private static List<String> told(ClusterIds ids, Map<String, String> names) {
        return ids.lineage().stream()
                .map(each -> each.event().word() + " " + names.getOrDefault(each.cluster(), "?")
                        + (each.other().isEmpty() ? "" : " " + names.getOrDefault(each.other(), "?")) + " "
                        + each.before() + " " + each.after() + " " + each.shared())
                .sorted()
                .toList();
    }

    @Test
    void idsDoNotDependOnTheOrderOfRows() throws IOException {
        List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
        Records first = records(ids.toArray(String[]::new));
        Map<String, String> expected = byRecord(first, run(PreviousClusters.none(), first, "ab cde f g"));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(ids, new Random(i));
            Records records = records(ids.toArray(String[]::new));
            assertThat(byRecord(records, run(PreviousClusters.none(), records, "cde g ab f")))
                    .isEqualTo(expected);
        }
        assertThat(expected.values()).allMatch(id -> id.matches("c[0-9a-f]{16}"));
    }

    @Test
    void aRerunKeepsEveryId() throws IOException {
        Records records = records("a", "b", "c", "d");
        ClusterIds first = run(PreviousClusters.none(), records, "ab c d");
        ClusterIds again = run(PreviousClusters.of(records, first.idOf()), records, "ab c d");
        assertThat(again.idOf()).isEqualTo(first.idOf());
        assertThat(again.lineage()).extracting(Lineage::event).containsOnly(Lineage.Event.KEPT);
        assertThat(first.lineage()).extracting(Lineage::event).containsOnly(Lineage.Event.NEW);
    }

    @Test
    void whoHasMostOfTheOldClusterKeepsItsId() throws IOException {
        Records records = records("a", "b", "c", "d", "e");
        ClusterIds first = run(PreviousClusters.none(), records, "abcd e");
        Map<String, String> old = byRecord(records, first);
        ClusterIds next = run(PreviousClusters.of(records, first.idOf()), records, "abc de");
        Map<String, String> now = byRecord(records, next);
        assertThat(now.get("a")).isEqualTo(old.get("a"));
        assertThat(now.get("d"))
                .as("of two that are equally large in it, e keeps its own")
                .isEqualTo(old.get("e"));
        assertThat(told(next, Map.of(old.get("a"), "A", old.get("e"), "E")))
                .containsExactly("grew E 1 2 1", "shrank A 4 3 3", "split-from E A 1 2 1");
    }

    @Test
    void ofEqualHalvesTheOneWithTheFirstRecordIsTheHeir() throws IOException {
        Records records = records("a", "b", "c", "d");
        ClusterIds first = run(PreviousClusters.none(), records, "abcd");
        PreviousClusters previous = PreviousClusters.of(records, first.idOf());
        for (String halves : List.of("ab cd", "ac bd", "ad bc")) {
            String[] idOf = run(previous, records, halves).idOf();
            assertThat(idOf[0]).as(halves).isEqualTo(first.idOf()[0]);
        }
    }

    @Test
    void whatMergesIsToldAndTheLargerIdLives() throws IOException {
        Records records = records("a", "b", "c", "d", "e");
        ClusterIds first = run(PreviousClusters.none(), records, "abc de");
        Map<String, String> old = byRecord(records, first);
        ClusterIds next = run(PreviousClusters.of(records, first.idOf()), records, "abcde");
        assertThat(byRecord(records, next).values()).containsOnly(old.get("a"));
        assertThat(told(next, Map.of(old.get("a"), "A", old.get("d"), "D")))
                .containsExactly("grew A 3 5 3", "merged-into D A 2 0 2");
    }

    @Test
    void aNewClusterNeverTakesAnIdThatTheRunBeforeHad() throws IOException {
        Records records = records("a", "b", "c", "d", "e");
        ClusterIds first = run(PreviousClusters.none(), records, "abcde");
        String old = first.idOf()[0];
        // The first record of the old cluster, whose name made the id, stands alone now.
        String head = records.idOf(0);
        String rest = "abcde".replace(head, "");
        ClusterIds next = run(PreviousClusters.of(records, first.idOf()), records, rest + " " + head);
        Map<String, String> now = byRecord(records, next);
        assertThat(now.get(rest.substring(0, 1))).isEqualTo(old);
        assertThat(now.get(head)).isNotEqualTo(old);
        assertThat(next.idOf())
                .isEqualTo(run(PreviousClusters.of(records, first.idOf()), records, rest + " " + head)
                        .idOf());
    }

    @Test
    void recordsThatComeAndGoAreTold() throws IOException {
        Records before = records("a", "b", "c");
        ClusterIds first = run(PreviousClusters.none(), before, "ab c");
        Map<String, String> old = byRecord(before, first);
        PreviousClusters previous = PreviousClusters.of(before, first.idOf());
        Records after = records("a", "b", "d", "e");
        ClusterIds next = run(previous, after, "abd e");
        Map<String, String> now = byRecord(after, next);
        assertThat(told(next, Map.of(old.get("a"), "A", old.get("c"), "C", now.get("e"), "E")))
                .containsExactly("gone C 1 0 0", "grew A 2 3 2", "new E 0 1 0");
    }

    @Test
    void everyRecordOfEveryOldClusterIsAccountedFor() throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            Random lot = new Random(seed);
            Records records = Tables.of(
                    folder,
                    IntStream.range(0, 40).mapToObj(i -> "s," + i + ",x").toList());
            int[] one = random(lot);
            int[] other = random(lot);
            ClusterIds first = ClusterIds.of(PreviousClusters.none(), records, one);
            ClusterIds next = ClusterIds.of(PreviousClusters.of(records, first.idOf()), records, other);
            assertThat(Arrays.stream(next.idOf()).distinct().count())
                    .isEqualTo(Arrays.stream(other).distinct().count());
            Map<String, Integer> shared = new HashMap<>();
            for (Lineage each : next.lineage()) {
                boolean split = each.event() == Lineage.Event.SPLIT_FROM;
                boolean twice = each.event() == Lineage.Event.SHRANK
                        && next.lineage().stream()
                                .anyMatch(that -> that.event() == Lineage.Event.GREW
                                        && that.cluster().equals(each.cluster()));
                shared.merge(split ? each.other() : each.cluster(), twice ? 0 : each.shared(), Integer::sum);
            }
            Map<String, Integer> expected =
                    Arrays.stream(first.idOf()).collect(Collectors.toMap(id -> id, id -> 1, Integer::sum));
            assertThat(shared).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static int[] random(Random lot) {
        int[] group = lot.ints(40, 0, 12).toArray();
        return IntStream.range(0, 40)
                .map(i -> IntStream.range(0, 40)
                        .filter(j -> group[j] == group[i])
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Records records = Tables.of(folder, List.of("\"norte, casa\",1,x", "b,1,x", ",3,x"));
        ClusterIds first = ClusterIds.of(PreviousClusters.none(), records, new int[] {0, 1, 1});
        StringBuilder out = new StringBuilder();
        PreviousClusters.write(records, first.idOf(), out);
        assertThat(out.toString()).startsWith("record_id,cluster_id,source\n");
        ClusterIds again = ClusterIds.of(read(out.toString()), records, new int[] {0, 1, 1});
        assertThat(again.idOf()).isEqualTo(first.idOf());
        assertThat(again.lineage()).extracting(Lineage::event).containsOnly(Lineage.Event.KEPT);
        StringBuilder lineage = new StringBuilder();
        PreviousClusters.writeLineage(again.lineage(), lineage);
        assertThat(lineage.toString().lines())
                .hasSize(3)
                .first()
                .isEqualTo("cluster_id,event,other_id,records_before,records_after,records_shared");
    }

    @Test
    void withoutSourcesTheIdsAloneCount() throws IOException {
        Records records = records("a", "b");
        ClusterIds ids = run(read("record_id,cluster_id\na,mine\nb,mine\n"), records, "ab");
        assertThat(ids.idOf()).containsOnly("mine");
    }

    @Test
    void aNameThatSeveralRecordsHaveSaysNothingAndStillGivesDistinctIds() throws IOException {
        Records records = records("a", "a", "b");
        int[] alone = {0, 1, 2};
        ClusterIds first = ClusterIds.of(PreviousClusters.none(), records, alone);
        assertThat(first.idOf()).doesNotHaveDuplicates();
        ClusterIds next = ClusterIds.of(PreviousClusters.of(records, first.idOf()), records, alone);
        assertThat(next.idOf()).doesNotHaveDuplicates();
    }

    @Test
    void aTableThatIsNoListOfClustersIsRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("no-columns {columns=record_id, cluster_id}");
        assertThatThrownBy(() -> read("record_id,cluster_id\n1,\n"))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("row=1");
    }

    private static PreviousClusters read(String text) throws IOException {
        return PreviousClusters.read("clusters.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
