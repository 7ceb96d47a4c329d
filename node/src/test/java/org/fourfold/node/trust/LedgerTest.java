package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.internal.EventBody;
import org.fourfold.node.trust.internal.SequencedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What is recorded can be proved, and what was published cannot be taken back without it being seen. */
@Tag("database")
class LedgerTest {

    private final RecordBed bed = new RecordBed();

    @AfterEach
    void close() {
        bed.close();
    }

    private record Kept(Ciphertext bytes, Optional<Ciphertext> kept, SequencedEvent event) {

        byte[] leaf() {
            return bytes.bytes();
        }

        Optional<byte[]> salt() {
            return kept.map(Ciphertext::bytes);
        }
    }

    private List<Kept> kept() {
        return bed.trust.asNode(tx -> tx.sql("""
                SELECT s.leaf, s.salt, e.* FROM trust.sequence s JOIN trust.event e USING (entry) ORDER BY position
                """)
                .list((rs, n) -> new Kept(
                        Ciphertext.of(rs.getBytes("leaf")),
                        Optional.ofNullable(rs.getBytes("salt")).map(Ciphertext::of),
                        SequencedEvent.row(rs))));
    }

    private static Hash leaf(byte[] entry) {
        byte[] hash = new byte[Hash.BYTES];
        new TreeHasher().leaf(entry, 0, entry.length, hash, 0);
        return Hash.of(hash);
    }

    private void refusedAtStart(String code) {
        assertThatThrownBy(bed::restart)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @Test
    void everyEventIsAnEntryUnderASignedCheckpointWithAProofThatHoldsAndABodyThatItCommitsTo() {
        UUID subject = UUID.randomUUID();
        bed.append(600);
        bed.record(Event.of(RecordBed.DONE)
                .about(subject)
                .groups(java.util.Set.of(FieldGroup.NOTES))
                .sealed(Ciphertext.of(new byte[] {1, 2, 3})));
        bed.sequencer.drain();
        Ledger.Published published = bed.published();
        Hash root = published.checkpoint().checkpoint().root();

        assertThat(published.checkpoint().checkpoint().size()).isEqualTo(601);
        assertThat(published.checkpoint().signedBy(published.key(), new FastEd25519()))
                .isEqualTo(SignedCheckpoint.Finding.GOOD);
        List<Kept> kept = kept();
        for (int index : List.of(0, 255, 256, 599, 600)) {
            byte[] entry = published.tiles().entry(index);
            Entry read = Entry.parse(entry).orElseThrow();
            assertThat(entry).isEqualTo(kept.get(index).leaf());
            assertThat(published.tiles().inclusion(index).holds(leaf(entry), root))
                    .isTrue();
            assertThat(Commitment.of(
                            EventBody.of(kept.get(index).event()),
                            kept.get(index).salt().orElseThrow()))
                    .isEqualTo(read.commitment());
        }
        Entry last = Entry.parse(published.tiles().entry(600)).orElseThrow();
        assertThat(last.of()).isPresent();
        assertThat(last.purpose()).contains("protection");
        assertThat(new String(published.tiles().entry(600), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(subject.toString())
                .doesNotContain(RecordBed.ACTOR.member().toString());
    }

    @Test
    void laterCheckpointsAreConsistentWithEarlierOnesAcrossStarts() {
        bed.append(3);
        bed.sequencer.drain();
        SignedCheckpoint first = bed.published().checkpoint();
        bed.append(300);
        bed.restart();
        bed.sequencer.drain();
        Ledger.Published now = bed.published();

        assertThat(now.tiles()
                        .consistencyFrom(3)
                        .holds(
                                first.checkpoint().root(),
                                now.checkpoint().checkpoint().root()))
                .isTrue();
    }

    @Test
    void aLockedNodeGivesPlacesAndSignsWhenItIsUnlocked() {
        bed.append(2);
        bed.sequencer.drain();
        bed.keyring.lock();
        bed.append(2);
        assertThat(bed.sequencer.drain()).isEqualTo(2);
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(2);

        bed.restart();
        bed.keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        bed.sequencer.drain();

        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(4);
    }

    @Test
    void rollbackIsRefused() {
        bed.append(5);
        bed.sequencer.drain();
        bed.test.owner("DELETE FROM trust.sequence WHERE position >= 3");
        refusedAtStart("trust.record-rolled-back");
        bed.test.owner("DELETE FROM trust.sequence; DELETE FROM trust.log");
        refusedAtStart("trust.record-rolled-back");
    }

    @Test
    void anAlteredEntryOrALogOfTheSameLengthWithAnotherStoryIsRefusedWhenTheTilesAreGone() {
        bed.append(5);
        bed.sequencer.drain();
        FileSystemUtils.deleteRecursively(bed.ledgerFolder().resolve("log-1").toFile());
        bed.restart();
        bed.test.owner("UPDATE trust.sequence SET leaf = (SELECT leaf FROM trust.sequence WHERE position = 0)"
                + " WHERE position = 2");
        FileSystemUtils.deleteRecursively(bed.ledgerFolder().resolve("log-1").toFile());
        refusedAtStart("trust.record-forked");
    }

    @Test
    void tilesThatWereLostOrDamagedComeBackFromTheDatabaseAndTheDamageIsKept() throws IOException {
        bed.append(300);
        bed.sequencer.drain();
        Hash root = bed.published().checkpoint().checkpoint().root();
        Path tile = bed.ledgerFolder().resolve("log-1/tile/0/001.p/44");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);

        bed.restart();

        assertThat(bed.published().tiles().root()).isEqualTo(root);
        try (var folders = Files.list(bed.ledgerFolder())) {
            assertThat(folders.map(folder -> String.valueOf(folder.getFileName())))
                    .anyMatch(name -> name.startsWith("log-1-damaged-"));
        }
    }

    @Test
    void aCheckpointThatSomebodyElseExchangedIsNotWrittenOver() throws IOException {
        bed.append(1);
        bed.sequencer.drain();
        Path kept = bed.ledgerFolder().resolve("published/1.checkpoint");
        String was = Files.readString(kept);
        bed.append(1);
        Files.writeString(kept, was.replace("log.fourfold", "log.another"));
        assertThatThrownBy(bed.sequencer::drain).isInstanceOf(ProblemException.class);
        assertThat(Files.readString(kept)).contains("log.another");
        Files.writeString(kept, was);
        bed.sequencer.drain();
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(2);
    }

    /** A copy of the home with the same key, and the second store on a disk that both see. */
    @Test
    void whatACopyOfThisHomePublishedMeanwhileIsNotWrittenOverThoughItsSignatureIsGood() throws IOException {
        bed.append(1);
        bed.sequencer.drain();
        bed.append(2);
        Path kept = bed.ledgerFolder().resolve("published/1.checkpoint");
        String copys = bed.keyring
                .logKey()
                .sign(new Checkpoint(bed.published().key().name(), 2, leaf(new byte[] {7})))
                .note()
                .toString();
        Files.writeString(kept, copys);

        assertThatThrownBy(bed.sequencer::drain)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("trust.checkpoint-moved"));
        assertThatThrownBy(bed.sequencer::drain)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("trust.record-forked"));
        assertThat(Files.readString(kept)).isEqualTo(copys);
    }

    @Test
    void pseudonymsChangeWithTheEpochAndProveWhomTheyMeant() {
        bed.append(1);
        bed.sequencer.drain();
        assertThat(bed.keyring.turn()).isTrue();
        bed.append(2);
        bed.sequencer.drain();

        List<String> by = kept().stream()
                .map(one ->
                        Entry.parse(one.leaf()).orElseThrow().by().orElseThrow().hex())
                .toList();
        assertThat(by.get(1)).isNotEqualTo(by.get(0)).isEqualTo(by.get(2));
        UUID member = RecordBed.ACTOR.member().value();
        byte[] id = ByteBuffer.allocate(16)
                .putLong(member.getMostSignificantBits())
                .putLong(member.getLeastSignificantBits())
                .array();
        byte[] salt = bed.trust.asNode(tx -> tx.sql("SELECT salt FROM trust.pseudonym WHERE pseudonym = :p")
                .with("p", HexFormat.of().parseHex(by.get(0)))
                .one((rs, n) -> rs.getBytes(1)));
        assertThat(Pseudonym.of(id, salt).hex()).isEqualTo(by.get(0));
    }

    @Test
    void membersAreSealedNinetyDaysAfterTheirEpochAndOnlyTheKeysTellThem() {
        bed.append(1);
        bed.sequencer.drain();
        bed.now = bed.now.plus(Keyring.EPOCH);
        assertThat(bed.keyring.turn()).isTrue();
        PseudonymTable table = new PseudonymTable(bed.trust, bed.keyring, bed);
        bed.now = bed.now.plus(PseudonymTable.OPEN);
        assertThat(table.sealOld()).isTrue();
        assertThat(kept().getFirst().event().member())
                .contains(RecordBed.ACTOR.member().value());

        bed.now = bed.now.plusSeconds(1);
        bed.keyring.lock();
        assertThat(table.sealOld()).isFalse();
        bed.keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        assertThat(table.sealOld()).isTrue();

        assertThat(kept().getFirst().event().member()).isEmpty();
        byte[] pseudonym = HexFormat.of()
                .parseHex(Entry.parse(kept().getFirst().leaf())
                        .orElseThrow()
                        .by()
                        .orElseThrow()
                        .hex());
        Box box = table.box();
        assertThat(bed.trust.<Optional<?>>asNode(tx -> table.member(tx, box, 1, pseudonym)))
                .isEqualTo(Optional.of(RecordBed.ACTOR.member()));
    }

    @Test
    void whatIsErasedIsForgottenWithItsSaltsAndEveryProofStillHolds() {
        CaseFileId file = CaseFileId.random(RecordBed.RANDOM);
        FileKey key = bed.keyring.create(file);
        bed.protection.write(RecordBed.ACTOR, tx -> {
            key.keep(tx);
            tx.record(Event.of(RecordBed.DONE).about(file.value()).sealed(Ciphertext.of(new byte[] {9})));
            return true;
        });
        bed.append(1);
        bed.sequencer.drain();
        bed.protection.write(RecordBed.ACTOR, tx -> {
            tx.record(Event.of(RecordBed.DONE).about(file.value()));
            return bed.keyring.destroy(tx, file);
        });
        bed.sequencer.drain();

        List<Kept> kept = kept();
        assertThat(kept).extracting(one -> one.salt().isPresent()).containsExactly(false, true, false);
        assertThat(kept.getFirst().event().sealed()).isEmpty();
        Entry first = Entry.parse(kept.getFirst().leaf()).orElseThrow();
        assertThat(first.of())
                .isEqualTo(Entry.parse(kept.getLast().leaf()).orElseThrow().of());
        assertThat(bed.trust.<Long>asNode(tx -> tx.sql("SELECT count(*) FROM trust.pseudonym WHERE kind = 'SUBJECT'")
                        .one((rs, n) -> rs.getLong(1))))
                .isZero();
        Ledger.Published published = bed.published();
        for (int i = 0; i < 3; i++) {
            assertThat(published
                            .tiles()
                            .inclusion(i)
                            .holds(
                                    leaf(published.tiles().entry(i)),
                                    published.checkpoint().checkpoint().root()))
                    .isTrue();
        }
    }
}
