package org.fourfold.node.protection;

import java.util.List;
import java.util.Map;
import org.fourfold.node.protection.clock.RulePack;

/** The packs in use and what lawyers here said of their rules. */
public record ReviewedPacks(List<RulePack> packs, Map<String, RuleReview> reviews) {

    public ReviewedPacks {
        packs = List.copyOf(packs);
        reviews = Map.copyOf(reviews);
    }
}
