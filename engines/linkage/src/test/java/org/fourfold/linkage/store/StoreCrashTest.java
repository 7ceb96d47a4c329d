package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Verdict;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug is pulled before every single thing that a change does to the folder. */
class StoreCrashTest {

    @TempDir
    Path folder;

    private int pulledAt = Integer.MAX_VALUE;
    private int step;

    private final Steps steps = what -> {
        if (step++ >= pulledAt) {
            throw new IOException("no more current at: " + what);
        }
    };

    @Test
    void whateverIsKilledLeavesTheStateBeforeOrTheOneAfter() throws IOException {
        List<String> rows = new StorePersons(3).rows(500);
        Linkage.Result trained =
                OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows.subList(0, 400))));
        Records batch = OneRun.read(StorePersons.write(folder.resolve("batch.csv"), rows.subList(400, 500)));
        Path path = folder.resolve("store");
        OneRun.store(path, trained, Steps.NONE).close();
        OneRun.Outcome before = state(path);
        int killed = 0;
        while (killIfPossible(path, killed, store -> {
            Change _ = store.add(batch);
        })) {
            OneRun.Outcome now = state(path);
            if (!now.equals(before)) {
                assertThat(now.clusters().stream().mapToInt(java.util.Set::size).sum())
                        .as("the whole batch, after the step at which the manifest was replaced")
                        .isEqualTo(500);
                Change _ = removeAll(path, batch);
                assertThat(state(path)).isEqualTo(before);
            }
            killed++;
        }
        assertThat(killed).isGreaterThan(25);
        assertThat(LinkageStoreTest.files(path).keySet().stream().filter(name -> name.startsWith("rows-")))
                .as("nothing is left of what was killed")
                .hasSizeLessThan(10);
    }

    @Test
    void aCreationThatIsKilledLeavesNoStoreAndMayBeTriedAgain() throws IOException {
        List<String> rows = new StorePersons(4).rows(100);
        Linkage.Result trained = OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows)));
        Path path = folder.resolve("store");
        step = 0;
        int at = 0;
        boolean created = false;
        while (!created) {
            step = 0;
            pulledAt = at++;
            try {
                OneRun.store(path, trained, steps).close();
                created = true;
            } catch (IOException e) {
                if (path.resolve(Manifest.NAME).toFile().exists()) {
                    LinkageStore.open(path).close();
                    created = true;
                } else {
                    assertThatThrownBy(() -> LinkageStore.open(path))
                            .isInstanceOf(StoreProblem.class)
                            .hasMessageContaining("There is no store");
                }
            }
        }
        assertThat(at).isGreaterThan(20);
        LinkageStore.open(path).close();
    }

    @Test
    void aMergingThatIsKilledLosesNothing() throws IOException {
        List<String> rows = new StorePersons(6).rows(500);
        Linkage.Result trained =
                OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows.subList(0, 400))));
        Records batch = OneRun.read(StorePersons.write(folder.resolve("batch.csv"), rows.subList(400, 500)));
        Path path = folder.resolve("store");
        try (LinkageStore store = OneRun.store(path, trained, Steps.NONE)) {
            Change _ = store.add(batch);
            Change _ = store.remove(store.name(7));
        }
        OneRun.Outcome before = state(path);
        int killed = 0;
        while (killIfPossible(path, killed, LinkageStore::merge)) {
            assertThat(state(path)).isEqualTo(before);
            killed++;
        }
        assertThat(killed).isGreaterThan(20);
        assertThat(state(path)).isEqualTo(before);
    }

    @Test
    void aJudgementThatIsKilledHoldsWhollyOrNotAtAll() throws IOException {
        List<String> rows = new StorePersons(8).rows(300);
        Linkage.Result trained = OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows)));
        Path path = folder.resolve("store");
        LocalDate today = LocalDate.of(2026, 11, 27);
        Judgement judged;
        try (LinkageStore store = OneRun.store(path, trained, Steps.NONE)) {
            int[] clusters = store.clusters();
            int other = 1;
            while (clusters[other] == clusters[0]) {
                other++;
            }
            judged = new Judgement(
                    store.name(0),
                    store.name(other),
                    Verdict.SAME,
                    "M. Xol",
                    Instant.parse("2026-11-27T12:00:00Z"),
                    Optional.empty(),
                    "");
        }
        OneRun.Outcome before = state(path);
        int killed = 0;
        int held = 0;
        while (killIfPossible(path, killed, store -> {
            Change _ = store.judge(List.of(judged), today);
        })) {
            try (LinkageStore store = LinkageStore.open(path)) {
                boolean holds = !store.judgements().all().isEmpty();
                assertThat(OneRun.of(store).equals(before)).isEqualTo(!holds);
                held += holds ? 1 : 0;
                Change _ = store.takeBack(store.judgements().all(), today);
                assertThat(OneRun.of(store)).isEqualTo(before);
            }
            killed++;
        }
        assertThat(killed).isGreaterThan(8);
        assertThat(held).as("killed after the manifest was replaced").isBetween(1, 4);
        assertThat(LinkageStoreTest.files(path).keySet().stream().filter(name -> name.startsWith("judgements-")))
                .hasSize(1);
    }

    /** Whether there was still something to be killed. */
    private boolean killIfPossible(Path path, int at, Consumer<LinkageStore> change) throws IOException {
        step = 0;
        pulledAt = Integer.MAX_VALUE;
        try (LinkageStore store = LinkageStore.open(path, steps)) {
            step = 0;
            pulledAt = at;
            change.accept(store);
            return false;
        } catch (StoreProblem e) {
            assertThat(e).hasMessageContaining("open it again");
            return true;
        } finally {
            pulledAt = Integer.MAX_VALUE;
        }
    }

    private static OneRun.Outcome state(Path path) throws IOException {
        try (LinkageStore store = LinkageStore.open(path)) {
            return OneRun.of(store);
        }
    }

    private static Change removeAll(Path path, Records batch) throws IOException {
        try (LinkageStore store = LinkageStore.open(path)) {
            java.util.List<RecordName> names = new java.util.ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                names.add(RecordName.of(batch, i));
            }
            return store.remove(names);
        }
    }
}
