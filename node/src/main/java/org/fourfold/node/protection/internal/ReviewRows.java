package org.fourfold.node.protection.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.clock.RulePack;

/** Statements over the reviews of rules. */
final class ReviewRows {

    private ReviewRows() {}

    /** The latest word on each rule in the version that is in use. */
    static Map<String, RuleReview> latest(Tx tx, List<RulePack> packs) {
        Map<String, RuleReview> latest = new HashMap<>();
        for (RulePack pack : packs) {
            tx.sql("""
                    SELECT DISTINCT ON (rule) rule, verdict, member, at, words FROM protection.rule_review
                    WHERE jurisdiction = :jurisdiction AND version = :version ORDER BY rule, number DESC
                    """)
                    .with("jurisdiction", pack.jurisdiction())
                    .with("version", pack.version())
                    .list((rs, n) -> new RuleReview(
                            pack.jurisdiction(),
                            pack.version(),
                            rs.getString("rule"),
                            RuleReview.Verdict.valueOf(rs.getString("verdict")),
                            new MemberId(rs.getObject("member", UUID.class)),
                            FileRows.instant(rs, "at"),
                            rs.getString("words")))
                    .forEach(review -> latest.put(review.rule(), review));
        }
        return latest;
    }

    static void give(Tx tx, UUID id, OrganisationId organisation, RuleReview review) {
        tx.sql("""
                INSERT INTO protection.rule_review (id, organisation, jurisdiction, version, rule, verdict, member, at, words)
                VALUES (:id, :organisation, :jurisdiction, :version, :rule, :verdict, :member, :at, :words)
                """)
                .with("id", id)
                .with("organisation", organisation.value())
                .with("jurisdiction", review.jurisdiction())
                .with("version", review.version())
                .with("rule", review.rule())
                .with("verdict", review.verdict())
                .with("member", review.by().value())
                .with("at", review.at())
                .with("words", review.words())
                .update();
    }
}
