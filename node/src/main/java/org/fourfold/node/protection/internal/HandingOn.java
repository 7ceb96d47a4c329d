package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Transfer;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/** Handing a file on, and taking it over. What names the owner beside the file follows by its foreign key. */
public final class HandingOn {

    /** More than anybody is handed at once. */
    private static final int ROWS_MAX = 100;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public HandingOn(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public CaseFile mayHand(Actor actor, CaseFileId id) {
        return gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            tx.record(Event.of(Events.LISTED).about(id.value()).detail("hand-on"));
            return entry.file();
        });
    }

    public void hand(Actor actor, CaseFileId id, MemberId receiver, Transfer.Reason reason) {
        FileKey key = Consenting.key(keyring, id);
        UUID transfer = RandomIds.uuid(random);
        Instant now = clock.instant();
        Ciphertext sealed = TransferDocuments.seal(key, transfer, reason);
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            // Held from here on: two who hand it on at once do so one after the other, and the second one's is no
            // longer theirs.
            CaseFile file = FileRows.hold(tx, id).orElseThrow(() -> new RefusedException("relation"));
            if (!file.owner().equals(entry.file().owner())) {
                throw new RefusedException("relation");
            }
            if (!mayOwn(tx, receiver, file.owner())) {
                throw new ProblemException(Problem.inField("protection.transfer-whom", "receiver"));
            }
            note(tx, transfer, file, receiver, actor.member(), now, sealed);
            move(tx, file, receiver);
            tx.record(Event.of(Events.HANDED_ON).about(id.value()));
            return id;
        });
    }

    private static boolean mayOwn(Tx tx, MemberId receiver, MemberId former) {
        return !receiver.equals(former)
                && tx.sql("SELECT protection.may_own(:receiver, :former) AS may")
                        .with("receiver", receiver.value())
                        .with("former", former.value())
                        .one((rs, n) -> rs.getBoolean("may"));
    }

    private static void note(
            Tx tx, UUID transfer, CaseFile file, MemberId receiver, MemberId by, Instant now, Ciphertext sealed) {
        tx.sql("""
                INSERT INTO protection.file_transfer (id, file, former, receiver, member, at, ciphertext)
                VALUES (:id, :file, :former, :receiver, :member, :now, :sealed)
                """)
                .with("id", transfer)
                .with("file", file.id().value())
                .with("former", file.owner().value())
                .with("receiver", receiver.value())
                .with("member", by.value())
                .with("now", now)
                .with("sealed", sealed.bytes())
                .update();
    }

    /** Named by its number in this transaction: row security shows a sealed file no more once it is somebody else's. */
    private static void move(Tx tx, CaseFile file, MemberId receiver) {
        if (ConsentRows.named(tx, file.number()).isEmpty()) {
            throw new RefusedException("relation");
        }
        int moved = tx.sql("""
                UPDATE protection.case_file SET owner = :receiver, revision = revision + 1
                WHERE id = :id AND owner = :former
                """)
                .with("receiver", receiver.value())
                .with("id", file.id().value())
                .with("former", file.owner().value())
                .update();
        if (moved != 1) {
            throw new RefusedException("relation");
        }
    }

    public List<CaseFile> waiting(Actor actor) {
        return gate.helping(actor, Operation.SEE_EXISTS, Set.of(Relation.OWNER), tx -> {
            List<UUID> ids = tx.sql("""
                    SELECT t.file FROM protection.file_transfer t JOIN protection.case_file f ON f.id = t.file
                    WHERE t.receiver = :me AND f.owner = :me AND t.taken_at IS NULL
                    GROUP BY t.file ORDER BY min(t.at), t.file LIMIT :rows
                    """)
                    .with("me", actor.member().value())
                    .with("rows", ROWS_MAX)
                    .list((rs, n) -> rs.getObject("file", UUID.class));
            tx.record(Event.of(Events.LISTED).detail("handed-on").count(ids.size()));
            return FileRows.ofIds(tx, ids);
        });
    }

    public Optional<Transfer> of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            tx.record(Event.of(Events.LISTED).about(id.value()).detail("handed-on"));
            return tx.sql("""
                    SELECT id, former, member, at, ciphertext FROM protection.file_transfer
                    WHERE file = :file AND receiver = :me AND taken_at IS NULL ORDER BY at DESC, id LIMIT 1
                    """)
                    .with("file", id.value())
                    .with("me", actor.member().value())
                    .optional((rs, n) -> new Transfer(
                            entry.file(),
                            new MemberId(rs.getObject("former", UUID.class)),
                            new MemberId(rs.getObject("member", UUID.class)),
                            FileRows.instant(rs, "at"),
                            TransferDocuments.reason(
                                    key, rs.getObject("id", UUID.class), Ciphertext.of(rs.getBytes("ciphertext")))));
        });
    }

    public void take(Actor actor, CaseFileId id) {
        gate.pass(actor, id, Operation.CLOSE, Set.of(), (tx, entry) -> {
            int taken = tx.sql("""
                    UPDATE protection.file_transfer SET taken_at = :now
                    WHERE file = :file AND receiver = :me AND taken_at IS NULL
                    """)
                    .with("now", clock.instant())
                    .with("file", id.value())
                    .with("me", actor.member().value())
                    .update();
            tx.record(Event.of(Events.TAKEN_OVER).about(id.value()).count(taken));
            return id;
        });
    }
}
