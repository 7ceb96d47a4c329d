package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.UrgentRisk;
import org.fourfold.node.protection.UrgentView;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;

/**
 * Urgent risks. To see one is to know of dangers; to raise one takes no more than writing what is needed, for a colleague who
 * hears of a danger must not look for the owner first.
 */
public final class Urgent {

    private static final Set<FieldGroup> SEEN = Set.of(FieldGroup.SAFETY);
    private static final Set<FieldGroup> RAISED = Set.of(FieldGroup.NEEDS);

    /** More at once are no help to anybody. */
    private static final int OF_FILE_MAX = 10;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Urgent(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public UrgentView of(Actor actor, CaseFileId id) {
        FileKey key = Consenting.key(keyring, id);
        return gate.pass(actor, id, Operation.VIEW, SEEN, (tx, entry) -> {
            tx.record(Event.of(Events.URGENT_SHOWN).about(id.value()).groups(SEEN));
            return new UrgentView(
                    entry.file(),
                    risks(tx, key, clock.instant()),
                    entry.would(Operation.WRITE).permitted().contains(FieldGroup.NEEDS));
        });
    }

    /** Those that hold. */
    static List<UrgentRisk> risks(Tx tx, FileKey key, Instant now) {
        return tx.sql("""
                SELECT id, until, ciphertext FROM protection.urgent_risk
                WHERE file = :file AND NOT over AND until > :now ORDER BY until, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("now", now)
                .with("rows", OF_FILE_MAX)
                .list((rs, n) -> DayDocuments.risk(
                        key,
                        rs.getObject("id", UUID.class),
                        FileRows.instant(rs, "until"),
                        Ciphertext.of(rs.getBytes("ciphertext"))));
    }

    public void raise(Actor actor, CaseFileId id, String reason, Duration lasts) {
        FileKey key = Consenting.key(keyring, id);
        gate.pass(actor, id, Operation.WRITE, RAISED, (tx, entry) -> {
            if (risks(tx, key, clock.instant()).size() >= OF_FILE_MAX) {
                throw new ProblemException(Problem.of("protection.urgent-too-many"));
            }
            Instant now = clock.instant();
            UrgentRisk risk = new UrgentRisk(RandomIds.uuid(random), now, actor.member(), reason, now.plus(lasts));
            tx.sql("""
                    INSERT INTO protection.urgent_risk (id, file, until, ciphertext)
                    VALUES (:id, :file, :until, :sealed)
                    """)
                    .with("id", risk.id())
                    .with("file", id.value())
                    .with("until", risk.until())
                    .with("sealed", DayDocuments.seal(key, risk).bytes())
                    .update();
            tx.record(Event.of(Events.URGENT_RAISED).about(id.value()).groups(SEEN));
            return id;
        });
    }

    public void end(Actor actor, CaseFileId id, UUID risk) {
        gate.pass(actor, id, Operation.WRITE, RAISED, (tx, entry) -> {
            int ended = tx.sql("UPDATE protection.urgent_risk SET over = true WHERE id = :id AND file = :file")
                    .with("id", risk)
                    .with("file", id.value())
                    .update();
            tx.record(
                    Event.of(Events.URGENT_ENDED).about(id.value()).groups(SEEN).count(ended));
            return id;
        });
    }
}
