package org.fourfold.linkage.block;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/** Under which keys records are found by each rule. It depends on what a record says alone, and on how rare words are. */
public final class RecordKeys {

    private static final int[] NONE = {};

    private final Records records;
    private final RuleKeys[] rules;

    public RecordKeys(List<Rule> rules, Records records) {
        this.records = records;
        this.rules = rules.stream().map(rule -> new RuleKeys(rule, records)).toArray(RuleKeys[]::new);
    }

    public Records records() {
        return records;
    }

    public int rules() {
        return rules.length;
    }

    /** The keys of a record under a rule, ascending and each once, none of them 0; none if it lacks a part. */
    public int[] of(int record, int rule) {
        RuleKeys keys = rules[rule];
        if (keys.isMany()) {
            return Arrays.stream(keys.several(record)).sorted().distinct().toArray();
        }
        int key = keys.key(record);
        return key == 0 ? NONE : new int[] {key};
    }
}
