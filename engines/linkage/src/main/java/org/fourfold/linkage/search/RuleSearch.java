package org.fourfold.linkage.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Finds rules for a table under a budget of pairs. Likely matches come from the model itself, which needs no labels, or from pairs
 * that people judged; what rules cost is counted, not guessed. The same table gives the same rules, in whatever order its rows
 * come and by however many threads.
 */
public final class RuleSearch {

    /** Below so many likely matches there is nothing to learn from. */
    private static final double MATCHES_LEAST = 1;

    /** What a rule must add, as a share of the likely matches, in falling steps; several beginnings are tried. */
    private static final double[] WORTH = {.03, .01, .003, .001};

    private final LinkageModel model;
    private final Records records;
    private final Threads threads;

    public RuleSearch(LinkageModel model, Records records, Threads threads) {
        this.model = model;
        this.records = records;
        this.threads = threads;
    }

    /**
     * Searches.
     *
     * @param budget pairs that may be compared, above 0
     * @param judged pairs that people judged to be one, to be used in place of what the model finds likely
     */
    public SearchOutcome search(long budget, Optional<LikelyMatches> judged) {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " pairs buys nothing");
        }
        List<Element> elements = records.size() < 2 ? List.of() : Element.of(model, records);
        LikelyMatches matches = judged.orElseGet(() -> elements.isEmpty()
                ? LikelyMatches.judged(new int[0], new int[0])
                : LikelyMatches.found(model, records, elements, threads));
        if (matches.total() < MATCHES_LEAST) {
            return new SearchOutcome.NoMatches();
        }
        Candidates candidates = new Candidates(records, model.acrossOnly(), elements, matches, budget);
        List<Variant> variants = candidates.variants(model.blocks(), threads);
        Walked best = best(variants, matches, budget);
        return best.rules().isEmpty()
                ? new SearchOutcome.BudgetTooSmall(candidates.cheapest())
                : new SearchOutcome.Found(
                        proposals(best, variants, matches.total()),
                        matches.expected(),
                        matches.size(),
                        best.reach(matches),
                        walk(model.blocks(), matches).reach(matches));
    }

    /** Of several greedy choices the one that covers most, each counted and cut to the budget. */
    private Walked best(List<Variant> variants, LikelyMatches matches, long budget) {
        Greedy greedy = new Greedy(records, model.acrossOnly(), matches.weight(), budget);
        Walked best = walk(List.of(), matches);
        for (int first = 0; first < WORTH.length; first++) {
            for (int last = first; last < WORTH.length; last++) {
                double[] worth = Arrays.stream(WORTH, first, last + 1)
                        .map(share -> share * matches.total())
                        .toArray();
                List<Rule> chosen = greedy.choose(variants, worth, threads).stream()
                        .map(Variant::rule)
                        .toList();
                Walked walked = within(chosen, matches, budget);
                best = walked.covered() > best.covered() ? walked : best;
            }
        }
        return best;
    }

    /** While the rules give more than the budget, the one goes that gives least for its pairs. */
    private Walked within(List<Rule> chosen, LikelyMatches matches, long budget) {
        List<Rule> rules = new ArrayList<>(chosen);
        Walked walked = walk(rules, matches);
        while (walked.pairs() > budget && !rules.isEmpty()) {
            int worst = 0;
            for (int i = 1; i < rules.size(); i++) {
                worst = walked.ratio(i) < walked.ratio(worst) ? i : worst;
            }
            rules.remove(worst);
            walked = walk(rules, matches);
        }
        return walked;
    }

    private static List<SearchOutcome.Proposal> proposals(Walked walked, List<Variant> variants, double total) {
        List<SearchOutcome.Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < walked.rules().size(); i++) {
            Rule rule = walked.rules().get(i);
            long added = walked.counts().get(i).pairs();
            Variant variant = variants.stream()
                    .filter(each -> each.rule().equals(rule))
                    .findFirst()
                    .orElseThrow();
            // Keys meet by chance now and then, not the same ones each time.
            long pairs = Math.max(variant.pairs(), added);
            proposals.add(new SearchOutcome.Proposal(
                    rule, pairs, added, variant.alone() / total, walked.gained().get(i) / total));
        }
        return proposals;
    }

    /** Rules with their pairs, and per rule what the likely matches count that no rule above it brings together. */
    private record Walked(List<Rule> rules, List<Blocking.RuleCount> counts, List<Double> gained) {

        long pairs() {
            return counts.stream().mapToLong(Blocking.RuleCount::pairs).sum();
        }

        double covered() {
            return gained.stream().mapToDouble(Double::doubleValue).sum();
        }

        double ratio(int rule) {
            return gained.get(rule) / (1 + counts.get(rule).pairs());
        }

        SearchOutcome.Reach reach(LikelyMatches matches) {
            return new SearchOutcome.Reach(pairs(), covered() / matches.total());
        }
    }

    private Walked walk(List<Rule> rules, LikelyMatches matches) {
        Blocking blocking = new Blocking(
                model.withRules(rules, model.training()), records, SourceMatrix.ALL.over(records), threads);
        List<Blocking.RuleCount> counts = blocking.walk(threads, () -> (a, b, size) -> {});
        double[] gained = new double[rules.size()];
        int[] places = new int[rules.size()];
        for (int i = 0; i < matches.size(); i++) {
            if (blocking.meetings(matches.a()[i], matches.b()[i], places) > 0) {
                gained[places[0]] += matches.weight()[i];
            }
        }
        return new Walked(
                List.copyOf(rules), counts, Arrays.stream(gained).boxed().toList());
    }
}
