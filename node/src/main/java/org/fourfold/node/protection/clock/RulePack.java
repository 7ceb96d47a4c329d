package org.fourfold.node.protection.clock;

import java.util.List;

/**
 * The rules of one country, in one version. Shipped packs are reviewed by nobody; a lawyer reviews each rule where it is used,
 * and a new version is reviewed anew.
 *
 * @param jurisdiction {@code us}, {@code mx}
 * @param version a date
 */
public record RulePack(String jurisdiction, String version, Words name, List<Rule> rules, WorkingDays workingDays) {

    public RulePack {
        rules = List.copyOf(rules);
    }
}
