package org.fourfold.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fourfold.ledger.TestLog;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.store.LogRefusedException.Reason;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.TreeHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStoreTest {

    private final TestLog log = new TestLog();

    @TempDir
    Path folder = Path.of("");

    private static Frontier oracle(long size) {
        Frontier frontier = new Frontier();
        TestLog.entries(0, size).forEach(entry -> frontier.append(new TreeHasher().leaf(entry)));
        return frontier;
    }

    @Test
    void whatWasAppendedIsReadBackWithProofsThatHold() throws Exception {
        LogStore store = log.open(folder, 0);
        Random random = new Random(7);
        long size = 0;
        while (size < 70_000) {
            long next = Math.min(70_000, size + 1 + random.nextInt(9_000));
            store.append(TestLog.entries(size, next));
            store.publish(log.signed(store));
            size = next;
        }
        assertThat(store.head().root()).isEqualTo(oracle(size).root());
        TileReader reader = store.reader();
        for (int i = 0; i < 200; i++) {
            long index = random.nextLong(size);
            assertThat(reader.entry(index)).isEqualTo(TestLog.entry(index).bytes());
            assertThat(reader.inclusion(index).holds(reader.leaf(index), reader.root()))
                    .isTrue();
            long earlier = 1 + random.nextLong(size);
            assertThat(reader.consistencyFrom(earlier).holds(reader.rootAt(earlier), reader.root()))
                    .isTrue();
        }
        assertThat(reader.rootAt(12_345)).isEqualTo(oracle(12_345).root());
    }

    /** Each size: as another log of the same entries, written at once, and with no file that tlog-tiles does not know. */
    @Test
    void anyCutIntoBatchesGivesTheSameTree() throws Exception {
        LogStore store = log.open(folder, 0);
        Frontier frontier = new Frontier();
        int size = 0;
        // One by one around the edges of tiles, else in leaps.
        for (int next : new int[] {1, 2, 3, 250, 255, 256, 257, 258, 510, 511, 512, 513, 600}) {
            store.append(TestLog.entries(size, next));
            TestLog.entries(size, next).forEach(entry -> frontier.append(new TreeHasher().leaf(entry)));
            size = next;
            assertThat(store.head()).isEqualTo(new Head(size, frontier.root()));
            if (size % 5 == 0) {
                store.publish(log.signed(store));
                store = log.open(folder, size);
            }
        }
        store.publish(log.signed(store));
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/0/002.p/88")).hasSize(88 * 32L);
        assertThat(folder.resolve("tile/1/000.p/2")).exists();
    }

    @Test
    void aBatchThatWasNeverCommittedLeavesNoTrace() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 200));
        SignedCheckpoint first = log.signed(store);
        store.publish(first);
        store.append(TestLog.entries(5_000, 5_900));

        LogStore again = log.open(folder, 200);
        assertThat(again.head().root()).isEqualTo(first.checkpoint().root());
        assertThat(again.reader().entry(199)).isEqualTo(TestLog.entry(199).bytes());
        try (Stream<Path> tiles = Files.walk(folder.resolve("tile"))) {
            assertThat(tiles.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder("tile/0/000.p/200", "tile/entries/000.p/200");
        }
        again.append(TestLog.entries(200, 700));
        assertThat(again.head().root()).isEqualTo(oracle(700).root());
        again.publish(log.signed(again));
        assertThat(again.reader()
                        .consistencyFrom(200)
                        .holds(first.checkpoint().root(), again.head().root()))
                .isTrue();
    }

    /** A kill leaves some files of a batch in their place and others not: every number of them is tried. */
    @Test
    void aKillBetweenAnyTwoFilesIsFoundAgain() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 300));
        store.publish(log.signed(store));
        Path other = Files.createDirectories(folder.resolveSibling("killed"));
        for (int files = 0; files <= 8; files++) {
            copy(folder, other);
            LogStore whole = log.open(folder, 300);
            whole.append(TestLog.entries(300, 900));
            List<Path> fresh = missingIn(folder, other);
            for (Path file : fresh.subList(0, Math.min(files, fresh.size()))) {
                Path target = other.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(folder.resolve(file), target);
            }
            Files.writeString(other.resolve("new/3"), "half a file");
            LogStore found = log.open(other, 300);
            assertThat(found.head().root()).isEqualTo(oracle(300).root());
            found.append(TestLog.entries(300, 520));
            assertThat(found.head().root()).isEqualTo(oracle(520).root());
            log.open(folder, 300);
            delete(other);
            Files.createDirectories(other);
        }
    }

    @Test
    void aLogThatIsShorterThanItsCheckpointIsRefused() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 100));
        store.append(TestLog.entries(100, 400));
        store.publish(log.signed(store));
        assertThatThrownBy(() -> log.open(folder, 100)).satisfies(e -> isRefused(e, Reason.ROLLED_BACK));
        assertThat(folder.resolve("tile/0/000")).exists();
        assertThatThrownBy(() -> log.open(folder, 500)).satisfies(e -> isRefused(e, Reason.INCOMPLETE));
        assertThat(log.open(folder, 400).head().size()).isEqualTo(400);
    }

    @Test
    void anotherTreeUnderThePublishedCheckpointIsRefused() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 300));
        store.publish(log.signed(store));
        byte[] tile = Files.readAllBytes(folder.resolve("tile/0/001.p/44"));
        tile[40] ^= 1;
        Files.write(folder.resolve("tile/0/001.p/44"), tile);
        assertThatThrownBy(() -> log.open(folder, 300)).satisfies(e -> isRefused(e, Reason.FORKED));
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 3));
        store.publish(log.signed(store));
        String text = Files.readString(folder.resolve("checkpoint"));
        Files.writeString(folder.resolve("checkpoint"), text.replace("\n3\n", "\n2\n"));
        assertThatThrownBy(() -> log.open(folder, 3)).satisfies(e -> isRefused(e, Reason.CHECKPOINT));
    }

    @Test
    void onlyOnesOwnTreeIsPublishedAndNeverAnOlderOne() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 10));
        SignedCheckpoint ten = log.signed(store);
        store.append(TestLog.entries(10, 20));
        store.publish(log.signed(store));
        assertThatThrownBy(() -> store.publish(ten)).isInstanceOf(IllegalArgumentException.class);
        Head other = new Head(20, TreeHasher.emptyRoot());
        assertThatThrownBy(() -> store.publish(log.key().sign(other.checkpoint(TestLog.ORIGIN))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDiskThatFailsClosesTheLog() throws Exception {
        LogStore store = log.open(folder, 0);
        store.append(TestLog.entries(0, 10));
        delete(folder.resolve("new"));
        assertThatThrownBy(() -> store.append(TestLog.entries(10, 20))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.append(TestLog.entries(10, 20))).isInstanceOf(IllegalStateException.class);
        assertThat(log.open(folder, 10).head().root()).isEqualTo(oracle(10).root());
    }

    @Test
    void anEntryThatIsTooLongIsRefusedAndNothingIsWritten() throws Exception {
        LogStore store = log.open(folder, 0);
        assertThatThrownBy(() -> store.append(List.of(new byte[1_025]))).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve(TilePath.entries(0, 1))).doesNotExist();
        assertThat(store.append(TestLog.entries(0, 1)).size()).isEqualTo(1);
    }

    private static void isRefused(Throwable thrown, Reason reason) {
        assertThat(thrown).isInstanceOf(LogRefusedException.class);
        assertThat(((LogRefusedException) thrown).reason()).isEqualTo(reason);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static List<Path> missingIn(Path folder, Path other) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !Files.exists(other.resolve(file)))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
