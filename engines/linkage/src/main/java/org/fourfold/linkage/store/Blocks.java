package org.fourfold.linkage.store;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.model.Rule;

/** Who is found under which key, over all portions; records that are gone are in none. */
final class Blocks {

    private final List<Rule> rules;
    private final Portion[] portions;
    private final int[] clusters;
    private final Rows members = new Rows();

    Blocks(List<Rule> rules, List<Portion> portions, int[] clusters) {
        this.rules = rules;
        this.portions = portions.toArray(Portion[]::new);
        this.clusters = clusters;
    }

    Portion portionOf(int row) {
        int at = 0;
        while (row >= portions[at].end()) {
            at++;
        }
        return portions[at];
    }

    int[] keys(int row, int rule) {
        return portionOf(row).keys(row, rule);
    }

    /** The records of a block, ascending; no more than one above {@code most}, since it is then too large. */
    Rows members(int rule, int key, int most) {
        members.clear();
        for (Portion portion : portions) {
            portion.members(rule, key, most, clusters, members);
        }
        return members;
    }

    /** Finds all whom some rule brings together with a record that has these keys. */
    void candidates(Portion.Keys keys, int row, Rows found) {
        found.clear();
        for (int rule = 0; rule < rules.size(); rule++) {
            int most = rules.get(rule).most();
            for (int key : keys.of(row, rule)) {
                if (members(rule, key, most).size() <= most) {
                    for (int i = 0; i < members.size(); i++) {
                        found.add(members.get(i));
                    }
                }
            }
        }
        found.sortDistinct();
    }

    boolean has(int row, int rule, int key) {
        return Arrays.binarySearch(keys(row, rule), key) >= 0;
    }

    /** Whether any rule still brings two records together. */
    boolean areTogether(int x, int y) {
        for (int rule = 0; rule < rules.size(); rule++) {
            int most = rules.get(rule).most();
            for (int key : keys(x, rule)) {
                if (has(y, rule, key) && members(rule, key, most).size() <= most) {
                    return true;
                }
            }
        }
        return false;
    }
}
