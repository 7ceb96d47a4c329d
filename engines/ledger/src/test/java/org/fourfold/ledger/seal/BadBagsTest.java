package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.fourfold.ledger.TestLog;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.note.Base64Text;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.Head;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.ledger.verify.BagPaths;
import org.junit.jupiter.api.Test;

/** Steps 4 to 10 of docs/formats/bag.md: each code come by in the way that the page names, with its place. */
class BadBagsTest extends BadBags {

    @Test
    void bothHoldUnchanged() throws IOException {
        assertThat(forged(whole, bag -> bag)).isEqualTo("holds");
        assertThat(forged(some, bag -> bag)).isEqualTo("holds");
    }

    @Test
    void theSealAndTheKeysMustBeThere() throws IOException {
        assertThat(forged(whole, bag -> bag.without(BagPaths.SEAL))).isEqualTo("seal.missing data/seal.json");
        for (String seal : List.of(
                "{}",
                "[]",
                "",
                "{\"kind\":\"log\",\"origin\":\"\",\"size\":530,\"v\":1}",
                "{\"kind\":\"log\",\"origin\":\"" + TestLog.ORIGIN + "\",\"size\":530,\"v\":2}",
                "{\"kind\":\"log\",\"origin\":\"" + TestLog.ORIGIN + "\",\"size\":-1,\"v\":1}",
                "{\"kind\":\"log\",\"origin\":\"" + TestLog.ORIGIN + "\",\"size\":530.5,\"v\":1}",
                "{\"kind\":\"log\", \"origin\":\"" + TestLog.ORIGIN + "\",\"size\":530,\"v\":1}")) {
            assertThat(forged(whole, bag -> bag.with(BagPaths.SEAL, seal))).isEqualTo("seal.malformed data/seal.json");
        }
        for (String path : List.of(
                "data/x", "data/tile/0/003", "data/tile/0/000.p/5", "data/proof/1.tlog-proof", "data/opened/01.json")) {
            assertThat(forged(whole, bag -> bag.with(path, "x"))).isEqualTo("seal.unknown " + path);
        }
        assertThat(forged(some, bag -> bag.with("data/tile/0/000", "x"))).isEqualTo("seal.unknown data/tile/0/000");
        assertThat(forged(whole, bag -> bag.without(BagPaths.POLICY))).isEqualTo("keys.missing data/policy");
        assertThat(forged(whole, bag -> bag.with(BagPaths.POLICY, "quorum none\n")))
                .isEqualTo("keys.malformed data/policy");
    }

    @Test
    void theCheckpointIsTheLogsAndTheWitnesses() throws IOException {
        String path = BagPaths.CHECKPOINT;
        assertThat(forged(whole, bag -> bag.without(path))).isEqualTo("checkpoint.missing " + path);
        assertThat(forged(whole, bag -> bag.with(path, "x"))).isEqualTo("checkpoint.malformed " + path);
        Head head = new Head(SIZE, TreeHasher.emptyRoot());
        SigningKey stranger = SigningKey.of("log.other", VerifierKey.Type.NOTE, new byte[32]);
        assertThat(signed(whole, stranger.sign(head.checkpoint("log.other")))).isEqualTo("checkpoint.origin " + path);
        Head smaller = new Head(SIZE - 1, head.root());
        assertThat(signed(whole, LOG.key().sign(smaller.checkpoint(TestLog.ORIGIN))))
                .isEqualTo("checkpoint.size " + path);
        assertThat(signed(whole, LOG.key().sign(head.checkpoint(TestLog.ORIGIN))))
                .isEqualTo("checkpoint.quorum " + path);
        List<String> lines = whole.text(path).lines().toList();
        String withoutLog = String.join("\n", lines.get(0), lines.get(1), lines.get(2), "", lines.get(5)) + "\n";
        assertThat(forged(whole, bag -> bag.with(path, withoutLog))).isEqualTo("checkpoint.unsigned " + path);
        SignedCheckpoint other = LOG.key().sign(head.checkpoint(TestLog.ORIGIN));
        String wrongLog = whole.text(path)
                .replace(
                        lines.get(4),
                        other.note().signatures().getFirst().toString().stripTrailing());
        assertThat(forged(whole, bag -> bag.with(path, wrongLog))).isEqualTo("checkpoint.signature " + path);
        String wrongWitness = whole.text(path)
                .replace(
                        lines.get(5),
                        LOG.witness(0)
                                .cosignature(other, Instant.EPOCH)
                                .toString()
                                .stripTrailing());
        assertThat(forged(whole, bag -> bag.with(path, wrongWitness))).isEqualTo("checkpoint.cosignature " + path);
    }

    private String signed(BagContents bag, SignedCheckpoint checkpoint) throws IOException {
        return forged(bag, changed -> changed.with(BagPaths.CHECKPOINT, checkpoint.bytes()));
    }

    @Test
    void everyEntryAndEveryTileIsLookedAt() throws IOException {
        assertThat(forged(whole, bag -> bag.without("data/tile/entries/001")))
                .isEqualTo("tile.missing data/tile/entries/001");
        assertThat(forged(whole, bag -> bag.without("data/tile/0/001"))).isEqualTo("tile.missing data/tile/0/001");
        assertThat(forged(whole, bag -> bag.with("data/tile/0/000", new byte[32])))
                .isEqualTo("tile.malformed data/tile/0/000");
        assertThat(forged(whole, bag -> bag.with("data/tile/entries/000", new byte[3])))
                .isEqualTo("tile.malformed data/tile/entries/000");
        assertThat(entries(list -> list.set(7, new byte[] {'{', '}'}))).isEqualTo("entry.malformed 7");
        assertThat(entries(list -> list.set(7, TestLog.entry(6).bytes()))).isEqualTo("entry.hash 7");
        assertThat(entries(list -> list.set(7, TestLog.entry(2).bytes()))).isEqualTo("entry.time 7");
        assertThat(forged(whole, bag -> bag.without("data/tile/1/000.p/2")))
                .isEqualTo("tile.missing data/tile/1/000.p/2");
        assertThat(forged(whole, bag -> bag.with("data/tile/1/000.p/2", new byte[64])))
                .isEqualTo("tile.hash data/tile/1/000.p/2");
        assertThat(forged(whole, bag -> bag.with("data/tile/1/000.p/2", new byte[63])))
                .isEqualTo("tile.malformed data/tile/1/000.p/2");
    }

    private String entries(Consumer<List<byte[]>> change) throws IOException {
        return forged(whole, bag -> {
            List<byte[]> entries =
                    EntryBundle.read(bag.get("data/tile/entries/000")).orElseThrow();
            change.accept(entries);
            return bag.with("data/tile/entries/000", EntryBundle.write(entries));
        });
    }

    /** A whole log that was written again with one entry changed, tiles and all, under the old checkpoint. */
    @Test
    void aLogThatWasWrittenAgainHasAnotherRoot() throws IOException {
        Entry last = TestLog.entry(SIZE - 1);
        Entry other = new Entry(last.at(), last.by(), last.commitment(), 99, last.of(), last.purpose(), last.type());
        assertThat(forged(whole, bag -> {
                    List<byte[]> entries = EntryBundle.read(bag.get("data/tile/entries/002.p/18"))
                            .orElseThrow();
                    entries.set(17, other.bytes());
                    byte[] tile = bag.get("data/tile/0/002.p/18").clone();
                    new TreeHasher().leaf(other.bytes()).copyTo(tile, 17 * Hash.BYTES);
                    return bag.with("data/tile/entries/002.p/18", EntryBundle.write(entries))
                            .with("data/tile/0/002.p/18", tile);
                }))
                .isEqualTo("tree.root data/checkpoint");
    }

    @Test
    void aProofLeadsFromItsOwnEntryToThisCheckpoint() throws IOException {
        String path = "data/proof/5.tlog-proof";
        BagContents none = some.copy();
        some.files().keySet().stream()
                .filter(name -> name.startsWith("data/proof/"))
                .forEach(none::without);
        assertThat(fault(none.repaired())).isEqualTo("proof.missing data/proof");
        assertThat(forged(some, bag -> bag.with(path, "x"))).isEqualTo("proof.malformed " + path);
        assertThat(forged(some, bag -> bag.with(path, swapped(bag, path, "index 5", "index 6"))))
                .isEqualTo("proof.malformed " + path);
        assertThat(forged(some, bag -> bag.with(path, swapped(bag, path, "\n530\n", "\n531\n"))))
                .isEqualTo("proof.checkpoint " + path);
        assertThat(forged(some, bag -> bag.with(path, bag.text(path).replaceFirst("extra .*", "extra e30="))))
                .isEqualTo("entry.malformed 5");
        String foreign = Base64Text.write(TestLog.entry(6).bytes());
        assertThat(forged(some, bag -> bag.with(path, bag.text(path).replaceFirst("extra .*", "extra " + foreign))))
                .isEqualTo("proof.inclusion " + path);
    }

    @Test
    void whatWasOpenedIsWhatWasRecorded() throws IOException {
        String path = "data/opened/5.json";
        for (BagContents bag : List.of(whole, some)) {
            assertThat(forged(bag, changed -> changed.with(path, "{}"))).isEqualTo("opened.malformed " + path);
            assertThat(forged(bag, changed -> changed.with(path, changed.text(path) + " ")))
                    .isEqualTo("opened.malformed " + path);
            assertThat(forged(bag, changed -> changed.with("data/opened/9999.json", changed.get(path))))
                    .isEqualTo("opened.unknown data/opened/9999.json");
            byte[] other = new Opening(new byte[] {1}, TestLog.salt(5)).bytes();
            assertThat(forged(bag, changed -> changed.with(path, other))).isEqualTo("opened.commitment " + path);
        }
        assertThat(forged(some, changed -> changed.with("data/opened/6.json", changed.get(path))))
                .isEqualTo("opened.unknown data/opened/6.json");
    }

    @Test
    void anEarlierCheckpointIsTheBeginningOfThisLog() throws IOException {
        String path = "data/earlier/300.checkpoint";
        SignedCheckpoint forked = LOG.key().sign(new Head(300, other(300)).checkpoint(TestLog.ORIGIN));
        SignedCheckpoint larger = LOG.key().sign(new Head(531, other(531)).checkpoint(TestLog.ORIGIN));
        SigningKey stranger = SigningKey.of("log.other", VerifierKey.Type.NOTE, new byte[32]);
        SignedCheckpoint foreign = stranger.sign(new Head(300, other(300)).checkpoint("log.other"));
        for (BagContents bag : List.of(whole, some)) {
            assertThat(forged(bag, changed -> changed.with(path, "x"))).isEqualTo("earlier.malformed " + path);
            assertThat(forged(bag, changed -> changed.with(path, changed.get("data/earlier/1.checkpoint"))))
                    .isEqualTo("earlier.malformed " + path);
            assertThat(forged(bag, changed -> changed.with(path, foreign.bytes())))
                    .isEqualTo("earlier.origin " + path);
            assertThat(forged(bag, changed -> changed.with("data/earlier/531.checkpoint", larger.bytes())))
                    .isEqualTo("earlier.size data/earlier/531.checkpoint");
            assertThat(forged(bag, changed -> changed.with(path, forked.bytes())))
                    .isEqualTo("earlier.fork " + path);
            String wrong = forked.note().signatures().getFirst().toString();
            String mine = bag.text(path).lines().toList().get(4) + "\n";
            assertThat(forged(
                            bag,
                            changed -> changed.with(path, changed.text(path).replace(mine, wrong))))
                    .isEqualTo("earlier.signature " + path);
            String witness = bag.text(path).lines().toList().get(5) + "\n";
            assertThat(forged(
                            bag,
                            changed -> changed.with(path, changed.text(path).replace(mine, ""))))
                    .isEqualTo("earlier.unsigned " + path);
            String cosigned = LOG.witness(0).cosignature(forked, Instant.EPOCH).toString();
            assertThat(forged(
                            bag,
                            changed -> changed.with(path, changed.text(path).replace(witness, cosigned))))
                    .isEqualTo("earlier.cosignature " + path);
        }
        String proof = "data/earlier/300.consistency";
        assertThat(forged(some, bag -> bag.without(proof))).isEqualTo("earlier.malformed " + proof);
        assertThat(forged(some, bag -> bag.with(proof, "x"))).isEqualTo("earlier.malformed " + proof);
        assertThat(forged(some, bag -> bag.with(proof, ""))).isEqualTo("earlier.fork " + path);
        assertThat(forged(whole, bag -> bag.with(proof, ""))).isEqualTo("earlier.malformed " + proof);
        assertThat(forged(some, bag -> bag.with("data/earlier/77.consistency", "")))
                .isEqualTo("earlier.malformed data/earlier/77.consistency");
        assertThat(forged(some, bag -> bag.with("data/earlier/0.consistency", bag.get(proof))))
                .isEqualTo("earlier.malformed data/earlier/0.consistency");
    }

    private static Hash other(int size) {
        Frontier frontier = new Frontier();
        TestLog.entries(1_000, 1_000 + size).forEach(entry -> frontier.append(new TreeHasher().leaf(entry)));
        return frontier.root();
    }

    @Test
    void aTimeStampThatIsNoneIsToldSo() throws IOException {
        for (String path : List.of("data/earlier/300.1.tsr", "data/earlier/77.1.tsr")) {
            assertThat(forged(whole, bag -> bag.with(path, "x"))).isEqualTo("timestamp.malformed " + path);
        }
    }
}
