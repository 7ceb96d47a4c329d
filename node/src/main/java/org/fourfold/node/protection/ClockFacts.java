package org.fourfold.node.protection;

import java.util.List;
import java.util.Map;
import org.fourfold.node.protection.clock.Fact;

/**
 * From what the deadlines of a file are reckoned.
 *
 * @param facts those that stand, the birth among them
 * @param reviews of the rules in today's versions, by rule
 */
public record ClockFacts(List<Fact> facts, Map<String, RuleReview> reviews) {

    public static final ClockFacts NONE = new ClockFacts(List.of(), Map.of());

    public ClockFacts {
        facts = List.copyOf(facts);
        reviews = Map.copyOf(reviews);
    }
}
