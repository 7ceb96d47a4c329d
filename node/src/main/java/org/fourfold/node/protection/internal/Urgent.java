package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.UrgentFile;
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

    /** What a desk shows at most. */
    private static final int DESK_MAX = 50;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    private record Open(CaseFileId file, Instant until) {}

    private record Desk(List<Open> open, List<CaseFile> files) {}

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
                    risks(tx, key),
                    entry.would(Operation.WRITE).permitted().contains(FieldGroup.NEEDS));
        });
    }

    private List<UrgentRisk> risks(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT id, until, ciphertext FROM protection.urgent_risk
                WHERE file = :file AND NOT over AND until > :now ORDER BY until, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("now", clock.instant())
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
            if (risks(tx, key).size() >= OF_FILE_MAX) {
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

    /** Needs no key: the reason is read in the file. */
    public List<UrgentFile> all(Actor actor) {
        Desk desk = gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            List<Open> open = tx.sql("""
                    SELECT file, min(until) AS until FROM protection.urgent_risk
                    WHERE NOT over AND until > :now GROUP BY file ORDER BY until, file LIMIT :rows
                    """)
                    .with("now", clock.instant())
                    .with("rows", DESK_MAX)
                    .list((rs, n) ->
                            new Open(new CaseFileId(rs.getObject("file", UUID.class)), FileRows.instant(rs, "until")));
            tx.record(Event.of(Events.LISTED).groups(SEEN).count(open.size()).detail("urgent"));
            return new Desk(
                    open,
                    FileRows.ofIds(
                            tx, open.stream().map(one -> one.file().value()).toList()));
        });
        Map<CaseFileId, CaseFile> files =
                desk.files().stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        return desk.open().stream()
                .flatMap(one ->
                        Optional.ofNullable(files.get(one.file()))
                                .map(file -> new UrgentFile(file, one.until()))
                                .stream())
                .toList();
    }
}
