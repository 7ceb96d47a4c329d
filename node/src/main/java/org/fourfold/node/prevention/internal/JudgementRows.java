package org.fourfold.node.prevention.internal;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.IncidentJudgement;
import org.fourfold.node.prevention.IncidentJudgement.Verdict;
import org.fourfold.node.prevention.IncidentPair;

/** What members decided on pairs of incidents: rows are added, never changed. */
public final class JudgementRows {

    private JudgementRows() {}

    public static void add(Tx tx, Actor actor, IncidentPair pair, IncidentJudgement judgement) {
        tx.sql("""
                INSERT INTO prevention.incident_judgement
                    (organisation, first_incident, second_incident, verdict, reason, member, judged_at)
                VALUES (:organisation, :first, :second, :verdict, :reason, :member, :at)
                """)
                .with("organisation", actor.organisation().value())
                .with("first", pair.first())
                .with("second", pair.second())
                .with("verdict", judgement.verdict())
                .with("reason", judgement.reason())
                .with("member", judgement.member().value())
                .with("at", judgement.at())
                .update();
    }

    /** Of one pair, the newest first. */
    public static List<IncidentJudgement> of(Tx tx, IncidentPair pair) {
        return tx.sql("""
                SELECT verdict, reason, member, judged_at FROM prevention.incident_judgement
                WHERE first_incident = :first AND second_incident = :second ORDER BY ordinal DESC LIMIT 50
                """)
                .with("first", pair.first())
                .with("second", pair.second())
                .list((rs, n) -> new IncidentJudgement(
                        Verdict.valueOf(rs.getString("verdict")),
                        rs.getString("reason"),
                        new MemberId(rs.getObject("member", UUID.class)),
                        rs.getObject("judged_at", OffsetDateTime.class).toInstant()));
    }

    /** Pairs on which a decision holds. */
    public static Set<IncidentPair> decided(Tx tx) {
        return new HashSet<>(tx.sql("""
                SELECT first_incident, second_incident FROM
                    (SELECT DISTINCT ON (first_incident, second_incident) first_incident, second_incident, verdict
                     FROM prevention.incident_judgement ORDER BY first_incident, second_incident, ordinal DESC) newest
                WHERE verdict <> 'OPEN'
                """)
                .list((rs, n) -> new IncidentPair(
                        rs.getObject("first_incident", UUID.class), rs.getObject("second_incident", UUID.class))));
    }

    /** Incidents of which it was decided, and holds, that they are the same as this one. */
    public static List<UUID> sameAs(Tx tx, UUID incident) {
        return tx.sql("""
                SELECT other FROM
                    (SELECT DISTINCT ON (first_incident, second_incident) verdict,
                            CASE first_incident WHEN :incident THEN second_incident ELSE first_incident END AS other
                     FROM prevention.incident_judgement
                     WHERE first_incident = :incident OR second_incident = :incident
                     ORDER BY first_incident, second_incident, ordinal DESC) newest
                WHERE verdict = 'SAME' ORDER BY other LIMIT 50
                """).with("incident", incident).list((rs, n) -> rs.getObject("other", UUID.class));
    }
}
