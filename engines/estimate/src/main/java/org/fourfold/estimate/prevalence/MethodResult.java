package org.fourfold.estimate.prevalence;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.run.Problem;

/** What one method says of a table, or why it says nothing. */
public sealed interface MethodResult {

    /** By which method. */
    Method method();

    /**
     * A number with its limits.
     *
     * @param estimate how many persons there are, those on some list among them
     * @param limits the method's own, with the choice of the model in them
     * @param others other limits from the same computation, to compare
     * @param model the dependences in it by the lists' names, {@code LA:NG, PF:GP}; empty where lists are independent, or there is
     *     no such thing as one model
     * @param criteria of the model, where there is one
     * @param spread how replicates or draws lie
     * @param dip whether they lie around more than one number
     * @param models which models the replicates chose, the most often chosen first
     * @param leaveOneOut what one case less would make of it, where that was asked
     * @param cautions what speaks against this number
     */
    record Answer(
            Method method,
            double estimate,
            Limits limits,
            List<Interval> others,
            String model,
            Optional<Criteria> criteria,
            Histogram spread,
            Dip dip,
            List<ModelShare> models,
            Optional<Range> leaveOneOut,
            List<Problem> cautions)
            implements MethodResult {

        public Answer {
            others = List.copyOf(others);
            models = List.copyOf(models);
            cautions = List.copyOf(cautions);
        }
    }

    /** No number, and why. */
    record NoAnswer(Method method, List<Problem> why) implements MethodResult {
        public NoAnswer {
            why = List.copyOf(why);
        }
    }

    /** In which share of replicates a model was chosen; its text as in {@link Answer#model()}. */
    record ModelShare(String model, double share) {}

    /** The least and the most, in persons. */
    record Range(double lowest, double highest) {}
}
