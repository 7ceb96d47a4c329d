package org.fourfold.estimate.prevalence.loglinear;

import java.util.List;
import java.util.function.Supplier;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * The model that Schwarz's criterion prefers among hierarchical ones, with intervals whose replicates choose again among the best models
 * of the table (Silverman, Chan, Vincent 2024, Bootstrapping multiple systems estimates to account for model selection).
 */
public final class ByCriterion {

    private static final int PART = 2;
    /** As many models as are kept in a ranking to be shown. */
    private static final int SHOWN = 100;

    /**
     * Which models, and how often again.
     *
     * @param order of how many lists an interaction may be, from 2; at most one less than there are lists
     * @param top among how many of the best models a replicate chooses; {@link #ALL} for all that were met
     * @param replicates of the bootstrap
     * @param restarts of the search, where there are too many models to see them all
     */
    public record Options(int order, int top, int replicates, int restarts) {

        public static final int ALL = Integer.MAX_VALUE;

        public Options {
            if (order < 2 || order > CaptureTable.LISTS_MAX || top < 1 || restarts < 0 || restarts > 10_000) {
                throw new IllegalArgumentException("order " + order + ", top " + top + ", restarts " + restarts);
            }
            if (replicates < 20 || replicates > 1_000_000) {
                throw new IllegalArgumentException("replicates " + replicates + ": 20 to 1,000,000");
            }
        }

        /** Interactions of three lists where all such models can be seen, else of two; the best hundred; 1,000 replicates. */
        public static Options usual(int lists) {
            return new Options(Math.max(2, Math.min(lists <= 5 ? 3 : 2, lists - 1)), 100, 1000, 20);
        }
    }

    /** The best model, with the others and what its choice may have been otherwise. */
    public record Estimate(FittedModel fitted, Ranking ranking, Bootstrap bootstrap, LeaveOneOut leaveOneOut) {}

    private ByCriterion() {}

    /** All models of the order, or those met on the way down where they are too many, the {@code top} best of them in order. */
    public static Ranking rank(CaptureTable table, Options options, Run run) {
        int lists = table.lists().size();
        int order = Math.min(options.order, lists);
        if (!HierarchicalModels.areFew(lists, order)) {
            return Ranking.of(
                    Downhill.search(lists, order, table.counts(), options.restarts, run),
                    options.top,
                    false,
                    table.lists());
        }
        List<Interactions> models = HierarchicalModels.all(lists, order);
        Ranking.Tried[] tried = new Ranking.Tried[models.size()];
        int chunk = 256;
        Workers.each(
                run,
                "models",
                (models.size() + chunk - 1) / chunk,
                () -> {
                    PoissonFit fit = new PoissonFit(lists);
                    fit.data.set(table.counts());
                    return fit;
                },
                (fit, c) -> {
                    for (int i = c * chunk; i < Math.min(models.size(), (c + 1) * chunk); i++) {
                        tried[i] = Ranking.Tried.of(fit, models.get(i));
                    }
                });
        return Ranking.of(List.of(tried), options.top, true, table.lists());
    }

    /**
     * The best model with its intervals.
     *
     * @throws org.fourfold.estimate.run.RefusedException where no model has an estimate
     */
    public static Estimate estimate(CaptureTable table, Options options, Run run) {
        Ranking ranking = rank(table, options, run);
        if (ranking.best().isEmpty()) {
            LogLinear.refuse(LogLinear.verdict(table, Interactions.NONE), "");
        }
        FittedModel fitted = LogLinear.fit(table, ranking.best().getFirst().model());
        TopModels.Starts starts = TopModels.Starts.of(
                table, ranking.best().stream().map(Ranking.Ranked::model).toList());
        Supplier<Chooser> chooser = () -> new TopModels(starts);
        LeaveOneOut leaveOneOut = LeaveOneOut.of(run, table.counts(), chooser);
        Bootstrap bootstrap = Bootstrap.of(
                run, PART, table.counts(), options.replicates, fitted, leaveOneOut.acceleration(), chooser);
        return new Estimate(fitted, shown(ranking), bootstrap, leaveOneOut);
    }

    private static Ranking shown(Ranking ranking) {
        return new Ranking(
                ranking.considered(),
                ranking.withoutEstimate(),
                ranking.notIdentifiable(),
                ranking.isExhaustive(),
                ranking.best().subList(0, Math.min(SHOWN, ranking.best().size())));
    }
}
