package org.fourfold.estimate.prevalence;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;

/**
 * Which methods, and how.
 *
 * @param methods which are asked, one at least
 * @param stepwise for {@link Method#STEPWISE}; its replicates are {@link Method#INDEPENDENT}'s too
 * @param criterion for {@link Method#CRITERION}
 * @param hideLists whether each list is hidden in turn and foretold from the others
 */
public record PrevalenceOptions(
        Set<Method> methods, Stepwise.Options stepwise, ByCriterion.Options criterion, boolean hideLists) {

    public PrevalenceOptions {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("no method");
        }
        methods = Set.copyOf(methods);
    }

    /** All methods as they were published, 1,000 replicates, and all checks. */
    public static PrevalenceOptions usual(CaptureTable table) {
        return new PrevalenceOptions(
                EnumSet.allOf(Method.class),
                Stepwise.Options.USUAL,
                ByCriterion.Options.usual(table.lists().size()),
                true);
    }
}
