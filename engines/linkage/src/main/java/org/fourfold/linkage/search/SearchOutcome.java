package org.fourfold.linkage.search;

import java.util.List;
import org.fourfold.linkage.model.Rule;

/** What a search for rules came to. */
public sealed interface SearchOutcome {

    /**
     * Rules within the budget.
     *
     * @param rules in the order in which they were chosen: what is worth most for its pairs first
     * @param expected likely matches in the table
     * @param drawn how many of them were looked at
     * @param found what the rules give together
     * @param present what the rules of the model give, on the same likely matches
     */
    record Found(List<Proposal> rules, double expected, int drawn, Reach found, Reach present)
            implements SearchOutcome {
        public Found {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One rule.
     *
     * @param pairs that it gives by itself
     * @param added that none of the rules above it gives
     * @param alone share of the likely matches that it brings together by itself
     * @param gained share that none above it does
     */
    record Proposal(Rule rule, long pairs, long added, double alone, double gained) {}

    /** Pairs that are compared, each once, and the share of the likely matches among them. */
    record Reach(long pairs, double coverage) {}

    /** Nothing in the table looks like one and the same: there is nothing to find rules by. */
    record NoMatches() implements SearchOutcome {}

    /**
     * No rule that finds anything costs so little.
     *
     * @param least pairs of the cheapest one that does
     */
    record BudgetTooSmall(long least) implements SearchOutcome {}
}
