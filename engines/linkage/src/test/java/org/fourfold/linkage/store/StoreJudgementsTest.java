package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.cluster.Contradiction;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Lineage;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.cluster.Verdict;
import org.fourfold.linkage.records.RecordName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons judged holds in a store: through batches, removals, expiry, a new training and a pulled plug. */
class StoreJudgementsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    private List<String> rows = List.of();

    @BeforeEach
    void generate() {
        rows = new StorePersons(21).rows(700);
    }

    private org.fourfold.linkage.records.Records read(List<String> some) throws IOException {
        return OneRun.read(StorePersons.write(folder.resolve("table.csv"), some));
    }

    private Linkage.Result trained() throws IOException {
        return OneRun.link(read(rows.subList(0, 500)));
    }

    private LinkageStore fresh(OneRun.Setting setting, Linkage.Result trained) throws IOException {
        return OneRun.store(folder.resolve("store"), setting, trained);
    }

    private static RecordName name(String row) {
        return LinkageStoreTest.name(LinkageStoreTest.values(row));
    }

    private static Judgement judged(RecordName a, RecordName b, Verdict verdict, Optional<LocalDate> until) {
        return new Judgement(a, b, verdict, "M. Xol", NOW, until, "papers");
    }

    private static Judgement judged(RecordName a, RecordName b, Verdict verdict) {
        return judged(a, b, verdict, Optional.empty());
    }

    /** Two that are one cluster, and two that have nothing to do with each other. */
    private static Judgement apart(LinkageStore store) {
        int[] clusters = store.clusters();
        for (int row = 0; row < clusters.length; row++) {
            if (clusters[row] != row && clusters[row] >= 0) {
                return judged(store.name(clusters[row]), store.name(row), Verdict.DIFFERENT);
            }
        }
        throw new IllegalStateException("nobody is linked");
    }

    private static Judgement together(LinkageStore store) {
        return judged(store.name(3), store.name(stranger(store, 3)), Verdict.SAME);
    }

    private static int stranger(LinkageStore store, int row) {
        int[] clusters = store.clusters();
        for (int other = 40; other < clusters.length; other++) {
            if (clusters[other] != clusters[row] && !store.pairsOf(row).containsKey(other)) {
                return other;
            }
        }
        throw new IllegalStateException("everybody is linked");
    }

    private OneRun.Outcome oneRun(OneRun.Setting setting, List<String> some, Linkage.Result trained)
            throws IOException {
        return OneRun.of(setting, read(some), trained);
    }

    @Test
    void judgementsGiveWhatARunUnderThemGivesAndTouchTheirComponentsOnly() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(OneRun.PERSONS, trained)) {
            OneRun.Outcome before = OneRun.of(store);
            Judgement apart = apart(store);
            Judgement together = together(store);
            OneRun.Setting setting = OneRun.PERSONS.with(apart, together).on(TODAY);
            Change change = store.judge(List.of(apart, together), TODAY);
            assertThat(change.components()).isBetween(1, 3);
            assertThat(change.moved()).isNotEmpty().hasSizeLessThan(20);
            OneRun.Outcome after = OneRun.of(store);
            assertThat(after.clusters()).isNotEqualTo(before.clusters());
            assertThat(after).isEqualTo(oneRun(setting, rows.subList(0, 500), trained));
            assertThat(store.judgements().all()).containsExactlyInAnyOrder(apart, together);
            Change back = store.takeBack(List.of(apart, together), TODAY);
            assertThat(back.moved()).hasSameSizeAs(change.moved());
            assertThat(OneRun.of(store)).isEqualTo(before);
        }
    }

    @Test
    void judgementsHoldThroughBatchesAndRemovalsAndAnotherOpening() throws IOException {
        Linkage.Result trained = trained();
        List<Judgement> said = new ArrayList<>();
        try (LinkageStore store = fresh(OneRun.PERSONS, trained)) {
            said.add(apart(store));
            said.add(together(store));
            // Of two that come later, and of one who is there with one who comes.
            said.add(judged(name(rows.get(510)), name(rows.get(620)), Verdict.SAME));
            said.add(judged(store.name(100), name(rows.get(650)), Verdict.SAME));
            Change _ = store.judge(said, TODAY);
            for (int from = 500; from < 700; from += 50) {
                Change _ = store.add(read(rows.subList(from, from + 50)));
            }
        }
        OneRun.Setting setting =
                OneRun.PERSONS.with(said.toArray(Judgement[]::new)).on(TODAY);
        try (LinkageStore store = LinkageStore.open(folder.resolve("store"))) {
            assertThat(OneRun.of(store)).isEqualTo(oneRun(setting, rows, trained));
            int one = store.find(name(rows.get(510))).orElseThrow();
            int other = store.find(name(rows.get(620))).orElseThrow();
            assertThat(store.clusters()[one]).isEqualTo(store.clusters()[other]);
            Change _ = store.remove(List.of(name(rows.get(620)), store.name(100)));
            List<String> left = new ArrayList<>(rows);
            String _ = left.remove(620);
            left.removeIf(row -> store.find(name(row)).isEmpty());
            assertThat(OneRun.of(store)).isEqualTo(oneRun(setting, left, trained));
            Change _ = store.add(read(List.of(rows.get(620))));
            assertThat(store.clusters()[store.find(name(rows.get(620))).orElseThrow()])
                    .as("who comes back finds the judgement waiting")
                    .isEqualTo(store.clusters()[one]);
        }
    }

    @Test
    void whatEndedHoldsNoMore() throws IOException {
        Linkage.Result trained = trained();
        try (LinkageStore store = fresh(OneRun.PERSONS, trained)) {
            OneRun.Outcome before = OneRun.of(store);
            Judgement ends = judged(
                    store.name(3), store.name(stranger(store, 3)), Verdict.SAME, Optional.of(TODAY.plusDays(30)));
            Change _ = store.judge(List.of(ends), TODAY);
            OneRun.Outcome held = OneRun.of(store);
            assertThat(held).isNotEqualTo(before);
            assertThat(store.judge(List.of(), TODAY.plusDays(30)).moved()).isEmpty();
            assertThat(OneRun.of(store)).isEqualTo(held);
            assertThat(store.judge(List.of(), TODAY.plusDays(31)).components()).isPositive();
            assertThat(OneRun.of(store)).isEqualTo(before);
            assertThat(store.judgements().all()).containsExactly(ends);
        }
    }

    @Test
    void whatContradictsIsForAPersonToDecideAndStaysApart() throws IOException {
        try (LinkageStore store = fresh(OneRun.PERSONS, trained())) {
            OneRun.Outcome before = OneRun.of(store);
            Judgement same = together(store);
            Judgement different = new Judgement(
                    same.a(), same.b(), Verdict.DIFFERENT, "P. Ruiz", NOW.plusSeconds(60), Optional.empty(), "");
            Change _ = store.judge(List.of(same, different), TODAY);
            assertThat(store.contradictions())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Contradiction.BothWays.class,
                            each -> assertThat(each.judgements()).containsExactlyInAnyOrder(same, different));
            assertThat(OneRun.of(store)).isEqualTo(before);
            Change _ = store.takeBack(List.of(different), TODAY);
            assertThat(store.contradictions()).isEmpty();
        }
    }

    @Test
    void sourcesThatMustNotBeLinkedAreNotByABatchOrAQuestionOrAJudgement() throws IOException {
        OneRun.Setting setting = OneRun.PERSONS
                .with(SourceMatrix.read("sources", List.of("pair org0 org1 forbid", "pair org2 org2 forbid")))
                .on(TODAY);
        Linkage.Result trained = OneRun.link(setting, read(rows.subList(0, 500)));
        try (LinkageStore store = fresh(setting, trained)) {
            Change _ = store.add(read(rows.subList(500, 700)));
            assertThat(OneRun.of(store)).isEqualTo(oneRun(setting, rows, trained));
            assertThat(store.query(LinkageStoreTest.values(rows.get(7))))
                    .allMatch(each -> setting.known()
                            .sources()
                            .allows(name(rows.get(7)).source(), each.record().source()));
            RecordName one = name(rows.stream()
                    .filter(row -> row.contains(",org0,"))
                    .findFirst()
                    .orElseThrow());
            RecordName other = name(rows.stream()
                    .filter(row -> row.contains(",org1,"))
                    .findFirst()
                    .orElseThrow());
            Change _ = store.judge(List.of(judged(one, other, Verdict.SAME)), TODAY);
            int a = store.find(one).orElseThrow();
            int b = store.find(other).orElseThrow();
            assertThat(store.contradictions())
                    .containsExactly(new Contradiction.Forbidden(Math.min(a, b), Math.max(a, b)));
            assertThat(OneRun.of(store))
                    .isEqualTo(oneRun(setting.with(judged(one, other, Verdict.SAME)), rows, trained));
        }
        try (LinkageStore store = LinkageStore.open(folder.resolve("store"))) {
            assertThat(store.contradictions()).hasSize(1);
        }
    }

    @Test
    void whoIsCalledAsAnotherIsOneWithNobodyByJudgement() throws IOException {
        try (LinkageStore store = fresh(OneRun.PERSONS, trained())) {
            Judgement together = together(store);
            Change _ = store.judge(List.of(together), TODAY);
            OneRun.Outcome one = OneRun.of(store);
            String again = together.a().id() + "," + together.a().source()
                    + ",Wyndham Ulf,Quetzalcoatl Wyrd,1901-01-01,Nowhere,None,999";
            Change change = store.add(read(List.of(again)));
            assertThat(change.moved())
                    .as("the judgement joins nothing any more")
                    .hasSizeGreaterThan(1);
            assertThat(store.contradictions()).containsExactly(new Contradiction.Ambiguous(together.a(), 2));
            assertThat(OneRun.of(store)).isNotEqualTo(one);
        }
    }

    @Test
    void whoTakesBackWhatNobodySaidIsTold() throws IOException {
        try (LinkageStore store = fresh(OneRun.PERSONS, trained())) {
            assertThatThrownBy(() -> store.takeBack(List.of(together(store)), TODAY))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("None was");
            assertThat(store.size()).isEqualTo(500);
        }
    }

    @Test
    void aNewTrainingKeepsRecordsJudgementsAndIds() throws IOException {
        try (LinkageStore store = fresh(OneRun.PERSONS, trained());
                Threads threads = new Threads(2)) {
            Judgement apart = apart(store);
            Judgement together = together(store);
            Change _ = store.judge(List.of(apart, together), TODAY);
            Change _ = store.add(read(rows.subList(500, 700)));
            Change _ = store.remove(List.of(name(rows.get(9)), name(rows.get(600))));
            List<String> left = new ArrayList<>(rows);
            left.removeAll(List.of(rows.get(9), rows.get(600)));
            Named old = store.named(PreviousClusters.none());
            PreviousClusters previous =
                    PreviousClusters.of(old.records(), old.ids().idOf());
            OneRun.Setting setting = OneRun.PERSONS.with(apart, together).on(TODAY);
            Linkage.Result anew = OneRun.link(setting, read(left));
            Retrained retrained = store.retrain(folder.resolve("anew"), previous, threads);
            try (LinkageStore other = retrained.store()) {
                assertThat(other.weights().prior()).isEqualTo(anew.weights().prior());
                assertThat(other.clusters()).isEqualTo(anew.clusters());
                assertThat(OneRun.of(other)).isEqualTo(oneRun(setting, left, anew));
                assertThat(other.judgements()).isEqualTo(store.judgements());
                assertThat(areOne(other, together)).isTrue();
                assertThat(areOne(other, apart)).isFalse();
            }
            Map<Set<String>, String> before = ids(old);
            Map<Set<String>, String> after = ids(retrained.named());
            assertThat(before.keySet().stream().filter(after::containsKey)).hasSizeGreaterThan(100);
            before.forEach(
                    (members, id) -> assertThat(after.getOrDefault(members, id)).isEqualTo(id));
            assertThat(retrained.named().ids().lineage())
                    .filteredOn(each -> each.event() == Lineage.Event.KEPT)
                    .hasSizeGreaterThan(100);
        }
    }

    private static boolean areOne(LinkageStore store, Judgement judged) {
        int[] clusters = store.clusters();
        return clusters[store.find(judged.a()).orElseThrow()]
                == clusters[store.find(judged.b()).orElseThrow()];
    }

    private static Map<Set<String>, String> ids(Named named) {
        Map<String, Set<String>> members = new TreeMap<>();
        for (int i = 0; i < named.records().size(); i++) {
            boolean _ = members.computeIfAbsent(named.ids().idOf()[i], id -> new HashSet<>())
                    .add(named.records().idOf(i));
        }
        Map<Set<String>, String> ids = new java.util.HashMap<>();
        members.forEach((id, each) -> {
            String _ = ids.put(each, id);
        });
        return ids;
    }
}
