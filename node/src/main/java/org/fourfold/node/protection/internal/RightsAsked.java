package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.RightsRequest;

/** Statements over what people ask of what is kept about them, and their way through the gate. */
public final class RightsAsked {

    private static final int ROWS_MAX = 200;

    private final Gate gate;
    private final RandomGenerator random;

    public RightsAsked(Gate gate, RandomGenerator random) {
        this.gate = gate;
        this.random = random;
    }

    public void receive(
            Actor actor, FileNumber number, RightsRequest.Kind kind, Consent.How how, Instant now, Instant due) {
        gate.helping(actor, Operation.SEARCH, Set.of(), tx -> {
            ConsentRows.Named named = ConsentRows.named(tx, number)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.no-such-number", "number")));
            tx.sql("""
                    INSERT INTO protection.rights_request
                        (id, file, number, organisation, kind, how, received_at, received_by, due_at)
                    VALUES (:id, :file, :number, :organisation, :kind, :how, :now, :me, :due)
                    """)
                    .with("id", RandomIds.uuid(random))
                    .with("file", named.file().value())
                    .with("number", number.text())
                    .with("organisation", actor.organisation().value())
                    .with("kind", kind)
                    .with("how", how)
                    .with("now", now)
                    .with("me", actor.member().value())
                    .with("due", due)
                    .update();
            tx.record(Event.of(Events.RIGHT_ASKED)
                    .about(named.file().value())
                    .detail(kind.name().toLowerCase(Locale.ROOT)));
            return named;
        });
    }

    public List<RightsRequest> listed(Actor actor, Instant answeredSince) {
        return gate.helping(actor, looking(actor), Set.of(), tx -> {
            List<RightsRequest> rows = tx.sql("""
                    SELECT id, file, number, kind, how, received_at, received_by, due_at, answered_at, answered_by, outcome
                    FROM protection.rights_request WHERE answered_at IS NULL OR answered_at > :since
                    ORDER BY answered_at IS NOT NULL, due_at, id LIMIT :rows
                    """)
                    .with("since", answeredSince)
                    .with("rows", ROWS_MAX)
                    .list((row, n) -> request(row));
            tx.record(Event.of(Events.LISTED).detail("requests").count(rows.size()));
            return rows;
        });
    }

    public boolean answer(Actor actor, UUID request, RightsRequest.Outcome outcome, Instant now) {
        return gate.helping(actor, looking(actor), Set.of(), tx -> {
            Optional<UUID> file = tx.sql("""
                    UPDATE protection.rights_request SET answered_at = :now, answered_by = :me, outcome = :outcome
                    WHERE id = :id AND answered_at IS NULL RETURNING file
                    """)
                    .with("now", now)
                    .with("me", actor.member().value())
                    .with("outcome", outcome)
                    .with("id", request)
                    .optional((row, n) -> row.getObject("file", UUID.class));
            Event event = Event.of(Events.RIGHT_ANSWERED);
            tx.record(file.map(id -> event.about(id).detail(outcome.name().toLowerCase(Locale.ROOT)))
                    .orElseGet(() -> event.detail("refused")));
            return file.isPresent();
        });
    }

    /** Who oversees asks for that purpose and helps nobody. */
    private static Operation looking(Actor actor) {
        return actor.purpose() == Purpose.OVERSIGHT ? Operation.SEE_READERS : Operation.SEARCH;
    }

    private static RightsRequest request(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new RightsRequest(
                row.getObject("id", UUID.class),
                new CaseFileId(row.getObject("file", UUID.class)),
                new FileNumber(row.getString("number")),
                RightsRequest.Kind.valueOf(row.getString("kind")),
                Consent.How.valueOf(row.getString("how")),
                FileRows.instant(row, "received_at"),
                new MemberId(row.getObject("received_by", UUID.class)),
                FileRows.instant(row, "due_at"),
                answered == null
                        ? Optional.empty()
                        : Optional.of(new RightsRequest.Answer(
                                answered.toInstant(),
                                new MemberId(row.getObject("answered_by", UUID.class)),
                                RightsRequest.Outcome.valueOf(row.getString("outcome")))));
    }
}
