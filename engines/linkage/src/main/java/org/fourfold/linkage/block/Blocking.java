package org.fourfold.linkage.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Streams the pairs of records that one of the rules brings together, each pair once: a pair is passed over when an earlier rule
 * gives it as well. Nothing is stored but the keys, four bytes a record and rule.
 */
public final class Blocking {

    private static final int TASK = 1 << 15;

    private final List<Rule> rules;
    private final Records records;
    private final int[] keys;

    /** Rules by which a record may have several keys: their entries, made when it is their turn. */
    private final boolean[] many;

    /** Keys of such rules, where somebody asks for two records. */
    private final Map<Integer, RuleKeys> severalKeys = new HashMap<>();

    private final boolean acrossOnly;
    private final SourcePairs sources;
    private final Neighbours neighbours;

    /**
     * What one rule brought.
     *
     * @param pairs that no rule above it gave
     * @param blocks keys that several records share
     * @param largest records of the largest of them
     * @param overLarge blocks above the rule's limit
     * @param leftOut records in them: whom the rule brings together with nobody, or with neighbours only
     */
    public record RuleCount(Rule rule, long pairs, long blocks, long largest, long overLarge, long leftOut) {}

    public Blocking(LinkageModel model, Records records, SourcePairs sources, Threads threads) {
        this.sources = sources;
        this.rules = model.blocks();
        this.acrossOnly = model.acrossOnly();
        this.records = records;
        this.neighbours = new Neighbours(model, records, this::mayMeet);
        this.many = new boolean[rules.size()];
        this.keys = new int[Math.multiplyExact(records.size(), rules.size())];
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            tasks.add(() -> {
                many[rule] = fill(rule);
                return null;
            });
        }
        threads.all(tasks);
    }

    /** All pairs of all rules. Each sink is used by one thread at a time. */
    public List<RuleCount> walk(Threads threads, Supplier<PairSink> sinks) {
        List<RuleCount> counts = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            long[] entries = many[rule] ? new RuleKeys(rules.get(rule), records).entries() : entries(rule);
            Radix.sortByUpper(entries, entries.length, new long[entries.length]);
            counts.add(walk(rule, entries, entries.length, threads, sinks));
        }
        return counts;
    }

    /** Works out the keys of one rule; whether a record may have several. */
    private boolean fill(int rule) {
        RuleKeys made = new RuleKeys(rules.get(rule), records);
        if (!made.isMany()) {
            for (int record = 0; record < records.size(); record++) {
                keys[record * rules.size() + rule] = made.key(record);
            }
        }
        return made.isMany();
    }

    private long[] entries(int rule) {
        long[] entries = new long[records.size()];
        int size = 0;
        for (int record = 0; record < records.size(); record++) {
            int key = keys[record * rules.size() + rule];
            if (key != 0) {
                entries[size++] = ((long) key << 32) | record;
            }
        }
        return Arrays.copyOf(entries, size);
    }

    private RuleCount walk(int rule, long[] entries, int size, Threads threads, Supplier<PairSink> sinks) {
        List<Callable<long[]>> tasks = new ArrayList<>();
        int from = 0;
        while (from < size) {
            int to = Math.min(size, from + TASK);
            while (to < size && entries[to] >>> 32 == entries[to - 1] >>> 32) {
                to++;
            }
            int begin = from;
            int end = to;
            tasks.add(() -> {
                Pairs pairs = new Pairs(sinks.get());
                long[] counts = walk(rule, entries, begin, end, pairs);
                pairs.end();
                return counts;
            });
            from = to;
        }
        long[] sum = new long[5];
        for (long[] each : threads.all(tasks)) {
            sum[0] += each[0];
            sum[1] += each[1];
            sum[2] = Math.max(sum[2], each[2]);
            sum[3] += each[3];
            sum[4] += each[4];
        }
        return new RuleCount(rules.get(rule), sum[0], sum[1], sum[2], sum[3], sum[4]);
    }

    private long[] walk(int rule, long[] entries, int from, int to, Pairs pairs) {
        long[] counts = new long[5];
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && entries[end] >>> 32 == entries[start] >>> 32) {
                end++;
            }
            int size = end - start;
            if (size > 1) {
                counts[1]++;
                counts[2] = Math.max(counts[2], size);
                if (size > rules.get(rule).most()) {
                    counts[3]++;
                    counts[4] += size;
                    forget(rule, entries, start, end);
                    // A rule that says its own limit says too little above it for any pair to be worth a look.
                    if (rules.get(rule).most() == Rule.MOST_USUAL) {
                        counts[0] += neighbours.walk(entries, start, end, pairs);
                    }
                } else {
                    counts[0] += everybody(rule, entries, start, end, pairs);
                }
            }
            start = end;
        }
        return counts;
    }

    private long everybody(int rule, long[] entries, int start, int end, Pairs pairs) {
        long count = 0;
        for (int i = start; i < end; i++) {
            int a = (int) entries[i];
            for (int j = i + 1; j < end; j++) {
                int b = (int) entries[j];
                if (mayMeet(a, b) && !isEarlier(rule, a, b)) {
                    pairs.add(a, b);
                    count++;
                }
            }
        }
        return count;
    }

    /**
     * The rules that bring two records together, in the model's order. Right once all pairs were walked, which finds the blocks
     * that are over-large; of rules with several keys a record, over-large ones count as well. Pairs that only the neighbourhood in
     * an over-large block brings together have no rule. Some comparisons of numbers; the
     * first call works out the keys of rules with several.
     */
    public List<Rule> rulesOf(int a, int b) {
        int[] places = new int[rules.size()];
        return Arrays.stream(places, 0, meetings(a, b, places))
                .mapToObj(rules::get)
                .toList();
    }

    /** The same by their places in the model, ascending, into an array that has room for all; how many there are. */
    public int meetings(int a, int b, int[] places) {
        int found = 0;
        int x = a * rules.size();
        int y = b * rules.size();
        int asked = mayMeet(a, b) ? rules.size() : 0;
        for (int rule = 0; rule < asked; rule++) {
            int key = keys[x + rule];
            if (many[rule] ? several(rule).share(a, b) : key != 0 && key == keys[y + rule]) {
                places[found++] = rule;
            }
        }
        return found;
    }

    /**
     * Who stands in no block, once all pairs were walked.
     *
     * @param silent records that lack a part of every rule
     * @param crowded records of which every key is shared by more than the rule's limit
     */
    public record Outside(long silent, long crowded) {}

    /** Counts the records that stand in no block: no rule could have brought them together with anybody. */
    public Outside outside() {
        List<RuleKeys> asked = new ArrayList<>();
        rules.forEach(rule -> asked.add(new RuleKeys(rule, records)));
        long silent = 0;
        long crowded = 0;
        for (int record = 0; record < records.size(); record++) {
            if (isOutside(record, asked)) {
                int each = record;
                boolean says = asked.stream().anyMatch(keys -> keys.has(each));
                crowded += says ? 1 : 0;
                silent += says ? 0 : 1;
            }
        }
        return new Outside(silent, crowded);
    }

    private boolean isOutside(int record, List<RuleKeys> asked) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (many[rule] ? asked.get(rule).has(record) : keys[record * rules.size() + rule] != 0) {
                return false;
            }
        }
        return true;
    }

    private synchronized RuleKeys several(int rule) {
        return severalKeys.computeIfAbsent(rule, i -> new RuleKeys(rules.get(i), records));
    }

    private boolean mayMeet(int a, int b) {
        return (!acrossOnly || records.source()[a] != records.source()[b])
                && (sources.isAll() || sources.mayMeet(a, b));
    }

    private boolean isEarlier(int rule, int a, int b) {
        int x = a * rules.size();
        int y = b * rules.size();
        for (int i = 0; i < rule; i++) {
            int key = keys[x + i];
            if (key != 0 && key == keys[y + i]) {
                return true;
            }
        }
        return false;
    }

    /** What this rule does not bring together, a later one may. */
    private void forget(int rule, long[] entries, int start, int end) {
        if (many[rule]) {
            return;
        }
        for (int i = start; i < end; i++) {
            keys[(int) entries[i] * rules.size() + rule] = 0;
        }
    }
}
