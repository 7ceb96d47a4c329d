package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.records.RecordName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is held against one run over all records with the same frozen model. */
class LinkageStoreTest {

    private static final int BASE = 4_000;
    private static final int BATCH = 600;

    @TempDir
    static Path tables;

    private static List<String> base = List.of();
    private static List<String> batch = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void generate() {
        List<String> rows = new StorePersons(7).rows(BASE + BATCH);
        base = rows.subList(0, BASE);
        batch = rows.subList(BASE, BASE + BATCH);
    }

    private static Linkage.Result trained() throws IOException {
        return OneRun.link(OneRun.read(StorePersons.write(tables.resolve("base.csv"), base)));
    }

    private LinkageStore fresh(Linkage.Result trained) throws IOException {
        return OneRun.store(folder.resolve("store"), trained, Steps.NONE);
    }

    private static OneRun.Outcome oneRun(Linkage.Result trained, List<String> rows) throws IOException {
        return OneRun.of(OneRun.read(StorePersons.write(tables.resolve("all.csv"), rows)), trained);
    }

    private static org.fourfold.linkage.records.Records records(List<String> rows) throws IOException {
        return OneRun.read(StorePersons.write(tables.resolve("batch.csv"), rows));
    }

    @Test
    void aNewStoreHoldsWhatTheRunFound() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(trained)) {
            OneRun.Outcome held = OneRun.of(store);
            assertThat(held.pairs())
                    .hasSizeGreaterThan(1_000)
                    .isEqualTo(oneRun(trained, base).pairs());
            assertThat(store.clusters()).isEqualTo(trained.clusters());
        }
    }

    @Test
    void aRecordOfTheBaseIsAnsweredWithItsPairsOfTheRun() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(trained)) {
            int answers = 0;
            for (String row : base.subList(0, 500)) {
                Map<String, String> values = values(row);
                int self = store.find(name(values)).orElseThrow();
                Map<Integer, Integer> found = new TreeMap<>();
                store.query(values).forEach(each -> {
                    Integer _ = found.put(each.row(), each.evidence());
                });
                assertThat(found).isEqualTo(store.pairsOf(self));
                answers += found.size();
            }
            assertThat(answers).isGreaterThan(300);
        }
    }

    @Test
    void answersAreBestFirstAndSayWhoAndAtWhichLevels() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            int most = 0;
            for (String row : base.subList(0, 200)) {
                List<Candidate> found = store.query(values(row));
                assertThat(found).isSortedAccordingTo((x, y) -> Integer.compare(y.evidence(), x.evidence()));
                for (Candidate each : found) {
                    assertThat(store.find(each.record())).contains(each.row());
                    assertThat(each.levels()).hasSize(OneRun.MODEL.comparisons().size());
                    assertThat(each.weight())
                            .isEqualTo(each.evidence() + store.weights().priorParts());
                }
                most = Math.max(most, found.size());
            }
            assertThat(most).isGreaterThan(1);
        }
    }

    @Test
    void aQuestionLeavesNothingBehind() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            Map<String, String> stranger = values("x1,org9,Wyndham Ulf,Quetzalcoatl Wyrd,1901-01-01,Nowhere,None,999");
            Map<String, String> known = values(base.getFirst());
            List<Candidate> before = store.query(known);
            for (int i = 0; i < 6_000; i++) {
                stranger.put("phone", "4" + i);
                stranger.put("surnames", "Wyrd" + "abcdefghij".charAt(i % 10) + (char) ('a' + i / 10 % 26));
                assertThat(store.query(stranger)).isEmpty();
            }
            assertThat(store.query(known)).isEqualTo(before);
        }
    }

    @Test
    void whatOneQuestionLearntDoesNotAnswerTheNext() throws IOException {
        Linkage.Result trained = trained();
        Map<String, String> asked = values(base.stream()
                .filter(row -> !values(row).getOrDefault("phone", "").isEmpty())
                .findFirst()
                .orElseThrow());
        String phone = asked.getOrDefault("phone", "");
        String _ = asked.put("id", "asks");
        List<Candidate> near;
        List<Candidate> far;
        try (LinkageStore store = fresh(trained)) {
            String _ = asked.put("phone", phone + "0");
            near = store.query(asked);
            String _ = asked.put("phone", "0" + phone + "00");
            far = store.query(asked);
        }
        try (LinkageStore store = LinkageStore.open(folder.resolve("store"))) {
            assertThat(store.query(asked)).isEqualTo(far).isNotEmpty();
        }
        assertThat(near.getFirst().evidence()).isGreaterThan(far.getFirst().evidence());
    }

    @Test
    void whoIsNotThereCannotBeRemovedAndNobodyElseIs() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            RecordName first = store.name(0);
            assertThatThrownBy(() -> store.remove(List.of(first, new RecordName("org1", "nobody"))))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("None was");
            assertThat(store.find(first)).contains(0);
            assertThat(store.size()).isEqualTo(BASE);
        }
    }

    @Test
    void baseAndBatchesAreWhatOneRunOverAllGives() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(trained)) {
            Change change = store.add(records(batch));
            OneRun.Outcome all = oneRun(trained, joined(base, batch));
            OneRun.Outcome held = OneRun.of(store);
            assertThat(change.pairsAdded()).isGreaterThan(500);
            assertThat(change.pairsDropped()).as("blocks that became too large").isPositive();
            assertThat(held.pairs()).isEqualTo(all.pairs());
            assertThat(held.clusters()).isEqualTo(all.clusters());
        }
    }

    @Test
    void howItIsCutIntoBatchesChangesNothing() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(trained)) {
            for (int from = 0; from < BATCH; from += 50) {
                Change _ = store.add(records(batch.subList(from, from + 50)));
            }
            assertThat(files(folder.resolve("store")).keySet().stream().filter(name -> name.startsWith("rows-")))
                    .as("portions were merged")
                    .hasSizeLessThan(10);
            OneRun.Outcome all = oneRun(trained, joined(base, batch));
            assertThat(OneRun.of(store)).isEqualTo(all);
        }
    }

    @Test
    void whatWasRemovedMightNeverHaveBeenThere() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(trained)) {
            Change _ = store.add(records(batch));
            List<String> gone = joined(base.subList(100, 400), batch.subList(0, 300));
            Change change =
                    store.remove(gone.stream().map(row -> name(values(row))).toList());
            assertThat(change.removed()).isEqualTo(600);
            assertThat(change.pairsAdded()).as("blocks that are small again").isPositive();
            List<String> left = joined(base, batch);
            left.removeAll(gone);
            OneRun.Outcome all = oneRun(trained, left);
            assertThat(OneRun.of(store)).isEqualTo(all);
            store.merge();
            assertThat(OneRun.of(store)).isEqualTo(all);
            assertThat(store.size()).isEqualTo(left.size());
        }
    }

    @Test
    void anUnrelatedRecordChangesNoOtherCluster() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            int[] before = store.clusters();
            Change change =
                    store.add(records(List.of("x1,org9,Wyndham Ulf,Quetzalcoatl Wyrd,1901-01-01,Nowhere,None,999")));
            assertThat(store.clusters()).startsWith(before).hasSize(BASE + 1);
            assertThat(change.moved()).containsExactly(new Change.Moved(BASE, -1, BASE));
            assertThat(change.components()).isEqualTo(1);
        }
    }

    @Test
    void clustersThatWereNotTouchedKeepTheirNumbers() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            int[] before = store.clusters();
            Change change = store.add(records(batch.subList(0, 20)));
            Set<Integer> moved = new HashSet<>();
            change.moved().forEach(each -> moved.add(each.row()));
            int[] after = store.clusters();
            for (int row = 0; row < BASE; row++) {
                assertThat(after[row] != before[row]).isEqualTo(moved.contains(row));
            }
            assertThat(moved).hasSizeLessThan(200);
        }
    }

    @Test
    void aStoreThatIsOpenedAgainIsTheSame() throws IOException {
        Linkage.Result trained = trained();
        OneRun.Outcome before;
        List<Candidate> answer;
        try (LinkageStore store = fresh(trained)) {
            Change _ = store.add(records(batch));
            before = OneRun.of(store);
            answer = store.query(values(batch.getFirst()));
        }
        Map<String, String> files = files(folder.resolve("store"));
        try (LinkageStore store = LinkageStore.open(folder.resolve("store"))) {
            assertThat(OneRun.of(store)).isEqualTo(before);
            assertThat(store.query(values(batch.getFirst()))).isEqualTo(answer);
            assertThat(store.weights().prior()).isEqualTo(trained.weights().prior());
        }
        assertThat(files(folder.resolve("store"))).isEqualTo(files);
    }

    @Test
    void theSameStepsGiveTheSameBytes() throws IOException {
        Linkage.Result trained = trained();
        List<Map<String, String>> both = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            try (LinkageStore store = OneRun.store(folder.resolve(name), trained, Steps.NONE)) {
                List<Candidate> _ = store.query(values(batch.getLast()));
                Change _ = store.add(records(batch));
            }
            both.add(files(folder.resolve(name)));
        }
        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }

    @Test
    void whatARemovedRecordSaidIsForgottenWhenPortionsAreMerged() throws IOException {
        try (LinkageStore store = fresh(trained())) {
            Change _ = store.add(records(List.of("secret77,org9,Wyndham,Wyrd,1901-01-01,Nowhere,None,999")));
            Change _ = store.remove(new RecordName("org9", "secret77"));
            store.merge();
        }
        assertThat(String.join("", files(folder.resolve("store")).values())).doesNotContain("secret77");
    }

    @Test
    void aDamagedFileNamesItselfAndTheMend() throws IOException {
        fresh(trained()).close();
        Path store = folder.resolve("store");
        for (String name : files(store).keySet()) {
            if (!name.equals("LOCK")) {
                byte[] whole = Files.readAllBytes(store.resolve(name));
                byte[] damaged = whole.clone();
                damaged[whole.length / 2] ^= 4;
                Path _ = Files.write(store.resolve(name), damaged);
                assertThatThrownBy(() -> LinkageStore.open(store))
                        .isInstanceOf(StoreProblem.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("Restore the folder from a backup");
                Path _ = Files.write(store.resolve(name), whole);
            }
        }
        LinkageStore.open(store).close();
    }

    @Test
    void oneProcessAtATime() throws IOException {
        try (LinkageStore _ = fresh(trained())) {
            assertThatThrownBy(() -> LinkageStore.open(folder.resolve("store")))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("open elsewhere");
        }
    }

    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                String _ = files.put(
                        String.valueOf(each.getFileName()), Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return new TreeMap<>(files);
    }

    static RecordName name(Map<String, String> values) {
        return new RecordName(values.getOrDefault("org", ""), values.getOrDefault("id", ""));
    }

    static Map<String, String> values(String row) {
        Map<String, String> values = new LinkedHashMap<>();
        StringTokenizer names = new StringTokenizer(StorePersons.HEADING, ",");
        int from = 0;
        while (names.hasMoreTokens()) {
            int to = row.indexOf(',', from);
            String _ = values.put(names.nextToken(), to < 0 ? row.substring(from) : row.substring(from, to));
            from = to + 1;
        }
        return values;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
