package org.fourfold.linkage.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.RuleBlocks;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Rules of one to three elements, from the wide to the narrow: an element is added only to what is too wide by itself, as M.
 * Michelson and C. A. Knoblock ("Learning blocking schemes for record linkage", AAAI 2006) refine theirs. Each comes under several
 * limits.
 */
final class Candidates {

    /** Rules of which the blocks are counted. */
    private static final int COUNTED_MAX = 900;

    private static final int ELEMENTS_MAX = 3;
    private static final int[] LIMITS = {30, 100, 300, 1_000, Rule.MOST_USUAL};

    /** A rule that costs less than this share of the budget needs no further element. */
    private static final double NARROW = .002;

    /** Share of the likely matches below which a rule is not looked at. */
    static final double LEAST = .0005;

    /** Pairs that are drawn of each, to see how many of them other rules give. */
    private static final int DRAWN = 128;

    private final Records records;
    private final boolean acrossOnly;
    private final List<Element> elements;
    private final LikelyMatches matches;
    private final long budget;
    private final double worth;
    private final List<BitSet> agree = new ArrayList<>();

    /** What was refined no further, by the places of its elements. */
    private final Set<List<Integer>> narrow = new HashSet<>();

    private final Set<List<List<Part>>> seen = new HashSet<>();
    private int counted;
    private long cheapest = Long.MAX_VALUE;

    Candidates(Records records, boolean acrossOnly, List<Element> elements, LikelyMatches matches, long budget) {
        this.records = records;
        this.acrossOnly = acrossOnly;
        this.elements = elements;
        this.matches = matches;
        this.budget = budget;
        this.worth = LEAST * matches.total();
    }

    /** All variants of all candidates and of the rules that are given, in an order of their own. */
    List<Variant> variants(List<Rule> given, Threads threads) {
        List<Variant> all = new ArrayList<>();
        List<Callable<BitSet>> each = new ArrayList<>();
        elements.forEach(element -> each.add(() -> agreeing(new RuleBlocks(element.rule(), records, acrossOnly))));
        agree.addAll(threads.all(each));
        for (int size = 1; size <= ELEMENTS_MAX; size++) {
            count(of(size), threads, all);
        }
        Map<List<Integer>, Rule> own = new LinkedHashMap<>();
        for (Rule rule : given) {
            if (seen.add(rule.groups())) {
                own.put(List.of(-1 - own.size()), rule);
            }
        }
        count(own, threads, all);
        return all;
    }

    /** Pairs of the cheapest rule that brings likely matches together, whatever the budget; the largest number if none does. */
    long cheapest() {
        return cheapest;
    }

    /** Candidates of so many elements by the places of these, those that bring most likely matches together where there are too many. */
    private Map<List<Integer>, Rule> of(int size) {
        List<List<Integer>> found = new ArrayList<>();
        add(new ArrayList<>(), 0, size, found);
        Map<List<Integer>, Double> gains = new LinkedHashMap<>();
        for (List<Integer> places : found) {
            double gain = sum(agreeing(places));
            if (gain >= worth) {
                gains.put(places, gain);
            }
        }
        Map<List<Integer>, Rule> rules = new LinkedHashMap<>();
        gains.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(Math.max(0, COUNTED_MAX - counted))
                .forEach(entry -> {
                    List<List<Part>> groups = entry.getKey().stream()
                            .map(place -> elements.get(place).group())
                            .toList();
                    seen.add(groups);
                    rules.put(entry.getKey(), new Rule(groups, Rule.MOST_USUAL));
                });
        counted += rules.size();
        return rules;
    }

    private void add(List<Integer> places, int from, int size, List<List<Integer>> found) {
        if (places.size() == size) {
            if (!isNarrowed(places)) {
                found.add(List.copyOf(places));
            }
            return;
        }
        for (int place = from; place < elements.size(); place++) {
            if (fits(places, elements.get(place))) {
                places.add(place);
                add(places, place + 1, size, found);
                places.removeLast();
            }
        }
    }

    private boolean fits(List<Integer> places, Element added) {
        return places.stream()
                .map(elements::get)
                .allMatch(each ->
                        Collections.disjoint(each.slots(), added.slots()) && !(each.isMany() && added.isMany()));
    }

    /** Whether some of the elements are narrow enough without the others. */
    private boolean isNarrowed(List<Integer> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.size() > 1 && narrow.contains(List.of(places.get(i)))) {
                return true;
            }
            for (int j = i + 1; j < places.size() && places.size() > 2; j++) {
                if (narrow.contains(List.of(places.get(i), places.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Likely matches that agree on all of these elements; all likely matches of a rule that was given. */
    private BitSet agreeing(List<Integer> places) {
        BitSet both = new BitSet(matches.size());
        both.set(0, matches.size());
        places.stream().filter(place -> place >= 0).forEach(place -> both.and(agree.get(place)));
        return both;
    }

    private double sum(BitSet places) {
        return places.stream().mapToDouble(i -> matches.weight()[i]).sum();
    }

    private BitSet agreeing(RuleBlocks blocks) {
        BitSet found = new BitSet(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            found.set(i, blocks.meeting().smallest(matches.a()[i], matches.b()[i]) > 0);
        }
        return found;
    }

    private record Counted(List<Integer> places, boolean narrow, List<Variant> variants, long cheapest) {}

    private void count(Map<List<Integer>, Rule> rules, Threads threads, List<Variant> to) {
        List<Callable<Counted>> tasks = new ArrayList<>();
        rules.forEach((places, rule) -> tasks.add(() -> count(places, rule)));
        for (Counted each : threads.all(tasks)) {
            to.addAll(each.variants());
            cheapest = Math.min(cheapest, each.cheapest());
            if (each.narrow()) {
                narrow.add(each.places());
            }
        }
    }

    private Counted count(List<Integer> places, Rule rule) {
        RuleBlocks blocks = new RuleBlocks(rule, records, acrossOnly);
        int[] smallest = new int[matches.size()];
        agreeing(places).stream().forEach(i -> smallest[i] = blocks.meeting().smallest(matches.a()[i], matches.b()[i]));
        List<Variant> variants = new ArrayList<>();
        double before = 0;
        long least = Long.MAX_VALUE;
        for (int most : limits(blocks, rule)) {
            BitSet covers = new BitSet(smallest.length);
            for (int i = 0; i < smallest.length; i++) {
                covers.set(i, smallest[i] > 0 && smallest[i] <= most);
            }
            double gain = sum(covers);
            long pairs = blocks.pairs(most);
            least = gain >= worth ? Math.min(least, pairs) : least;
            if (gain > before && gain >= worth && pairs <= budget) {
                variants.add(new Variant(new Rule(rule.groups(), most), pairs, covers, gain, blocks.draw(most, DRAWN)));
                before = gain;
            }
        }
        return new Counted(places, blocks.pairs() <= NARROW * budget, variants, least);
    }

    /** The limits that differ; of a rule that is given its own as well. */
    private static int[] limits(RuleBlocks blocks, Rule rule) {
        int largest = blocks.largest();
        List<Integer> limits = new ArrayList<>();
        for (int most : LIMITS) {
            if (most < largest) {
                limits.add(most);
            }
        }
        if (largest <= Rule.MOST_USUAL || limits.isEmpty()) {
            limits.add(Rule.MOST_USUAL);
        }
        if (rule.most() < largest && !limits.contains(rule.most())) {
            limits.add(rule.most());
        }
        return limits.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
