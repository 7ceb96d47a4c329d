package org.fourfold.estimate.prevalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.MethodResult.NoAnswer;
import org.fourfold.estimate.prevalence.checks.HiddenList;
import org.fourfold.estimate.prevalence.checks.SmallCells;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.Interactions;
import org.fourfold.estimate.prevalence.loglinear.Ranking;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/**
 * How many persons are there, when some are on several lists and some on none? Multiple systems estimation as a panel of methods,
 * with the ranking of models, checks and cautions; never one number.
 */
public final class Prevalence {

    /** A list with fewer persons says little of its overlaps. */
    private static final int SMALL_LIST = 10;
    /** Estimates that differ by more than that factor are told to. */
    private static final double DIFFER = 1.5;

    private Prevalence() {}

    /** With {@link PrevalenceOptions#usual}. */
    public static PrevalenceResult estimate(CaptureTable table, Run run) {
        return estimate(table, PrevalenceOptions.usual(table), run);
    }

    /**
     * Asks each method, and checks.
     *
     * @throws RefusedException where no method gives a number, with the reasons of each
     */
    public static PrevalenceResult estimate(CaptureTable table, PrevalenceOptions options, Run run) {
        List<MethodResult> methods = new ArrayList<>();
        Optional<Ranking> ranking = Optional.empty();
        if (options.methods().contains(Method.INDEPENDENT)) {
            Stepwise.Options none = new Stepwise.Options(0, options.stepwise().replicates());
            methods.add(asked(Method.INDEPENDENT, () -> stepwise(Method.INDEPENDENT, table, none, run)));
        }
        if (options.methods().contains(Method.STEPWISE)) {
            methods.add(asked(Method.STEPWISE, () -> stepwise(Method.STEPWISE, table, options.stepwise(), run)));
        }
        if (options.methods().contains(Method.CRITERION)) {
            List<Ranking> found = new ArrayList<>();
            methods.add(asked(Method.CRITERION, () -> criterion(table, options.criterion(), run, found)));
            ranking = found.stream().findFirst();
        }
        posteriors(table, options, run, methods);
        Panel panel = new Panel(methods);
        refuseWithoutAnswer(panel);
        List<HiddenList> hidden = options.hideLists() ? HiddenList.all(table, options.stepwise(), run) : List.of();
        SmallCells shown = SmallCells.of(table);
        DataDigest digest = new DataDigest();
        table.into(digest);
        return new PrevalenceResult(
                Provenance.of(digest, run),
                options,
                table.lists(),
                table.cases(),
                panel,
                ranking,
                hidden,
                shown,
                cautions(table, panel, ranking, hidden, shown));
    }

    private static void posteriors(CaptureTable table, PrevalenceOptions options, Run run, List<MethodResult> methods) {
        if (options.methods().contains(Method.THRESHOLD)) {
            methods.add(asked(Method.THRESHOLD, () -> Posteriors.threshold(table, options.threshold(), run)));
        }
        if (options.methods().contains(Method.LATENT)) {
            methods.add(asked(Method.LATENT, () -> Posteriors.latent(table, options.latent(), run)));
        }
        if (options.methods().contains(Method.GRAPHS)) {
            methods.add(asked(Method.GRAPHS, () -> Posteriors.graphs(table, options.graphs(), run)));
        }
    }

    private static MethodResult asked(Method method, Supplier<MethodResult> answer) {
        try {
            return answer.get();
        } catch (RefusedException e) {
            return new NoAnswer(method, e.problems());
        }
    }

    private static MethodResult stepwise(Method method, CaptureTable table, Stepwise.Options options, Run run) {
        Stepwise.Estimate e = Stepwise.estimate(table, options, run);
        return Answers.of(method, table.lists(), e.fitted(), e.bootstrap(), e.leaveOneOut());
    }

    private static MethodResult criterion(
            CaptureTable table, ByCriterion.Options options, Run run, List<Ranking> ranking) {
        ByCriterion.Estimate e = ByCriterion.estimate(table, options, run);
        ranking.add(e.ranking());
        return Answers.of(Method.CRITERION, table.lists(), e.fitted(), e.bootstrap(), e.leaveOneOut());
    }

    private static void refuseWithoutAnswer(Panel panel) {
        if (panel.answers().isEmpty()) {
            throw new RefusedException(panel.methods().stream()
                    .flatMap(m -> m instanceof NoAnswer none ? none.why().stream() : java.util.stream.Stream.empty())
                    .distinct()
                    .toList());
        }
    }

    private static List<Problem> cautions(
            CaptureTable table, Panel panel, Optional<Ranking> ranking, List<HiddenList> hidden, SmallCells shown) {
        Problems cautions = new Problems();
        MethodResult.Range range = panel.range();
        if (range.highest() > DIFFER * range.lowest()) {
            cautions.add(
                    PrevalenceFault.METHODS_DIFFER, "", Answers.whole(range.lowest()), Answers.whole(range.highest()));
        }
        lists(table, cautions);
        ranking.ifPresent(r -> models(r, cautions));
        for (HiddenList list : hidden) {
            hidden(list, cautions);
        }
        if (shown.withheld() > 0) {
            cautions.add(PrevalenceFault.SMALL_COUNTS, "", shown.withheld(), SmallCells.SHOWN_MIN - 1);
        }
        return cautions.all();
    }

    private static void lists(CaptureTable table, Problems cautions) {
        List<String> names = table.lists();
        for (int list = 0; list < names.size(); list++) {
            if (table.onList(list) < SMALL_LIST) {
                cautions.add(PrevalenceFault.SMALL_LIST, "", names.get(list), SMALL_LIST);
            }
        }
        String apart = IntStream.of(Interactions.all(names.size(), 2).masks())
                .filter(pair -> table.onAll(pair) == 0)
                .mapToObj(pair -> Interactions.of(pair).text(names))
                .collect(Collectors.joining(", "));
        if (!apart.isEmpty()) {
            cautions.add(PrevalenceFault.PAIRS_WITHOUT_OVERLAP, "", apart);
        }
    }

    private static void models(Ranking ranking, Problems cautions) {
        int unsound = ranking.withoutEstimate() + ranking.notIdentifiable();
        if (unsound > 0) {
            cautions.add(
                    PrevalenceFault.MODELS_WITHOUT_ESTIMATE,
                    "",
                    ranking.withoutEstimate(),
                    ranking.notIdentifiable(),
                    ranking.considered());
        }
        if (!ranking.isExhaustive()) {
            cautions.add(PrevalenceFault.NOT_ALL_MODELS, "", ranking.considered());
        }
    }

    private static void hidden(HiddenList hidden, Problems cautions) {
        switch (hidden) {
            case HiddenList.Foretold foretold
            when !foretold.isMet() ->
                cautions.add(
                        PrevalenceFault.LIST_NOT_FORETOLD,
                        "",
                        foretold.list(),
                        Answers.whole(foretold.limits().lower95()),
                        Answers.whole(foretold.limits().upper95()),
                        foretold.unseenByOthers());
            case HiddenList.Foretold _ -> {}
            case HiddenList.NotForetold none -> cautions.add(PrevalenceFault.LIST_NOT_CHECKED, "", none.list());
        }
    }
}
