package org.fourfold.linkage.store;

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

    int key(int row, int rule) {
        return portionOf(row).key(row, rule);
    }

    /** The records of a block, ascending; no more than one above {@code most}, since it is then too large. */
    Rows members(int rule, int key, int most) {
        members.clear();
        for (Portion portion : portions) {
            portion.members(rule, key, most, clusters, members);
        }
        return members;
    }

    /** Adds all whom some rule brings together with these keys. */
    void candidates(int[] keys, Rows found) {
        for (int rule = 0; rule < rules.size(); rule++) {
            int most = rules.get(rule).most();
            if (keys[rule] != 0 && members(rule, keys[rule], most).size() <= most) {
                for (int i = 0; i < members.size(); i++) {
                    found.add(members.get(i));
                }
            }
        }
        found.sortDistinct();
    }

    int[] keys(int row) {
        Portion portion = portionOf(row);
        int[] keys = new int[rules.size()];
        for (int rule = 0; rule < keys.length; rule++) {
            keys[rule] = portion.key(row, rule);
        }
        return keys;
    }

    /** Whether any rule still brings two records together. */
    boolean areTogether(int x, int y) {
        for (int rule = 0; rule < rules.size(); rule++) {
            int key = key(x, rule);
            int most = rules.get(rule).most();
            if (key != 0 && key == key(y, rule) && members(rule, key, most).size() <= most) {
                return true;
            }
        }
        return false;
    }
}
