package org.fourfold.node.protection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.clock.LegalClock;
import org.fourfold.node.protection.clock.RulePack;

/**
 * The clocks of a file as its reader may see them.
 *
 * @param clocks the most pressing first
 * @param hidden the lawyer's, for who supervises: when each ends and nothing else
 * @param facts those that stand first, and those that were struck
 * @param writable the groups in which the reader may tell facts
 * @param packs the rules in use
 * @param reviews of the rules in today's versions, by rule
 */
public record FileClocks(
        CaseFile file,
        List<LegalClock> clocks,
        List<Hidden> hidden,
        List<ToldFact> facts,
        Set<FieldGroup> writable,
        List<RulePack> packs,
        Map<String, RuleReview> reviews) {

    /** A deadline of the lawyer's. */
    public record Hidden(Instant ends, Optional<Instant> stopped) {}

    public FileClocks {
        clocks = List.copyOf(clocks);
        hidden = List.copyOf(hidden);
        facts = List.copyOf(facts);
        writable = Set.copyOf(writable);
        packs = List.copyOf(packs);
        reviews = Map.copyOf(reviews);
    }
}
