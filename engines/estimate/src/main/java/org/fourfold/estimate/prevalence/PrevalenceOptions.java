package org.fourfold.estimate.prevalence;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.estimate.prevalence.bayes.ThresholdOptions;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.prevalence.latent.LatentOptions;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;

/**
 * Which methods, and how.
 *
 * @param methods which are asked, one at least
 * @param stepwise for {@link Method#STEPWISE}; its replicates are {@link Method#INDEPENDENT}'s too
 * @param criterion for {@link Method#CRITERION}
 * @param threshold for {@link Method#THRESHOLD}
 * @param latent for {@link Method#LATENT}
 * @param graphs for {@link Method#GRAPHS}
 * @param hideLists whether each list is hidden in turn and foretold from the others
 */
public record PrevalenceOptions(
        Set<Method> methods,
        Stepwise.Options stepwise,
        ByCriterion.Options criterion,
        ThresholdOptions threshold,
        LatentOptions latent,
        GraphOptions graphs,
        boolean hideLists) {

    public PrevalenceOptions {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("no method");
        }
        methods = Set.copyOf(methods);
    }

    /**
     * All methods that take so many lists, as they were published, 1,000 replicates, and all checks. Chains that may not be believed yet are
     * not made longer, so that a panel takes seconds: {@link #patient} does that.
     */
    public static PrevalenceOptions usual(CaptureTable table) {
        int lists = table.lists().size();
        Set<Method> methods = EnumSet.allOf(Method.class);
        if (lists < GraphAveraging.LISTS_MIN || lists > GraphAveraging.LISTS_MAX) {
            methods = EnumSet.complementOf(EnumSet.of(Method.GRAPHS));
        }
        return new PrevalenceOptions(
                methods,
                Stepwise.Options.USUAL,
                ByCriterion.Options.usual(lists),
                ThresholdOptions.PROPER,
                LatentOptions.USUAL.with(LatentOptions.USUAL.chains()),
                GraphOptions.USUAL,
                true);
    }

    /** The same with chains that go on until they may be believed: up to a minute on some tables. */
    public PrevalenceOptions patient() {
        return new PrevalenceOptions(methods, stepwise, criterion, threshold, LatentOptions.USUAL, graphs, hideLists);
    }

    /** The same with other methods. */
    public PrevalenceOptions with(Set<Method> others) {
        return new PrevalenceOptions(others, stepwise, criterion, threshold, latent, graphs, hideLists);
    }

    /** The same without hiding lists. */
    public PrevalenceOptions withoutHiding() {
        return new PrevalenceOptions(methods, stepwise, criterion, threshold, latent, graphs, false);
    }

    /** The same with so many replicates, and interactions of so many lists. */
    public PrevalenceOptions with(int replicates, int order) {
        return new PrevalenceOptions(
                methods,
                new Stepwise.Options(stepwise.threshold(), replicates),
                new ByCriterion.Options(order, criterion.top(), replicates, criterion.restarts()),
                threshold,
                latent,
                graphs,
                hideLists);
    }
}
