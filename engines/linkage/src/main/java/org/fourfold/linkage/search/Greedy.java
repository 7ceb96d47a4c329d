package org.fourfold.linkage.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.RuleBlocks;
import org.fourfold.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Chooses rules that cover as much as a budget allows: again and again the one that adds most for its pairs (V. Chvátal, "A
 * greedy heuristic for the set-covering problem", Mathematics of Operations Research 4, 1979), unless one rule by itself covers
 * more (S. Khuller, A. Moss and J. Naor, "The budgeted maximum coverage problem", Information Processing Letters 70, 1999). What a
 * rule adds only shrinks, so an old figure is a bound and most rules need not be looked at again (M. Minoux, 1978).
 */
final class Greedy {

    /** Rules that are chosen at most: each costs four bytes a record and a sort, however few its pairs. */
    private static final int RULES_MAX = 40;

    private static final int CHUNK = 64;

    private final Records records;
    private final boolean acrossOnly;
    private final double[] weight;
    private final long budget;

    Greedy(Records records, boolean acrossOnly, double[] weight, long budget) {
        this.records = records;
        this.acrossOnly = acrossOnly;
        this.weight = weight;
        this.budget = budget;
    }

    /**
     * The chosen rules, in the order in which they were. A variant's figures are those of the last choice.
     *
     * @param worth what a rule must add to be chosen, in falling steps: when none adds so much, the next counts
     */
    List<Variant> choose(List<Variant> variants, double[] worth, Threads threads) {
        double least = worth[worth.length - 1];
        int step = 0;
        variants.forEach(Variant::reset);
        List<Variant> left = new ArrayList<>(variants);
        List<Variant> chosen = new ArrayList<>();
        BitSet covered = new BitSet();
        double spent = 0;
        while (chosen.size() < RULES_MAX) {
            Variant next = best(left, covered, budget - spent, worth[step]);
            if (next == null && ++step == worth.length) {
                break;
            }
            if (next == null) {
                continue;
            }
            chosen.add(next);
            spent += next.added();
            covered.or(next.covers());
            left.remove(next);
            tell(left, next, threads);
            left.removeIf(each -> each.gain() < least);
        }
        List<Variant> needed = needed(chosen, least);
        Variant single = variants.stream()
                .filter(each -> each.pairs() <= budget)
                .max(Comparator.comparingDouble(Variant::alone))
                .orElse(null);
        return single != null && single.alone() > sum(covered) ? List.of(single) : needed;
    }

    /** The one that adds most for its pairs, of those that the rest of the budget allows. */
    private @Nullable Variant best(List<Variant> left, BitSet covered, double rest, double least) {
        PriorityQueue<Variant> queue = new PriorityQueue<>(Comparator.comparingDouble(Variant::ratio)
                .reversed()
                .thenComparing(each -> each.rule().toString()));
        left.stream().filter(each -> each.added() <= rest).forEach(queue::add);
        while (!queue.isEmpty()) {
            Variant first = queue.remove();
            double before = first.gain();
            first.look(covered, weight);
            if (first.gain() < least) {
                continue;
            }
            if (first.gain() == before) {
                return first;
            }
            queue.add(first);
        }
        return null;
    }

    private void tell(List<Variant> left, Variant chosen, Threads threads) {
        RuleBlocks.Meeting meeting = new RuleBlocks(chosen.rule(), records, acrossOnly).meeting();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < left.size(); from += CHUNK) {
            List<Variant> some = left.subList(from, Math.min(left.size(), from + CHUNK));
            tasks.add(() -> {
                some.forEach(each -> each.meet(meeting, chosen.rule().most()));
                return true;
            });
        }
        threads.all(tasks);
    }

    /** Without rules that those chosen after them made needless. */
    private List<Variant> needed(List<Variant> chosen, double least) {
        List<Variant> needed = new ArrayList<>(chosen);
        for (Variant each : chosen) {
            BitSet others = new BitSet();
            needed.stream().filter(other -> other != each).forEach(other -> others.or(other.covers()));
            each.look(others, weight);
            if (each.gain() < least) {
                needed.remove(each);
            }
        }
        return needed;
    }

    double sum(BitSet covered) {
        return covered.stream().mapToDouble(i -> weight[i]).sum();
    }
}
