package org.fourfold.estimate.policy;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * A series held against what its controls lead to expect.
 *
 * @param mean effect a period, from the draws: all models of controls, each by its weight
 * @param total all periods together
 * @param relative the total as a share of what was expected; on logarithms, the ratio less one
 * @param tail share of draws on the other side of nought
 * @param periods all of them
 * @param inclusion by control, in how many draws it mattered
 * @param likelihood the same model with all controls, by greatest likelihood, without draws; empty where these are too many or follow
 *     from each other
 * @param detectable mean effect that would be seen eight times in ten
 * @param mixing whether the chains agree
 */
public record StructuralResult(
        Provenance provenance,
        Effect mean,
        Effect total,
        Effect relative,
        double tail,
        List<Period> periods,
        List<Inclusion> inclusion,
        Optional<ByLikelihood> likelihood,
        double detectable,
        Mixing mixing,
        List<Problem> cautions) {

    /** An effect with its limits. */
    public record Effect(double estimate, double lower, double upper) {}

    /**
     * A period.
     *
     * @param predicted without the policy
     */
    public record Period(double observed, double predicted, double lower, double upper) {}

    /**
     * A control.
     *
     * @param share of draws that have it
     * @param coefficient mean over these, in the data's units; 0 where there are none
     */
    public record Inclusion(String name, double share, double coefficient) {}

    /**
     * The local level with all controls at its greatest likelihood.
     *
     * @param logLikelihood diffuse: of all periods before the policy but the first, given it
     * @param observation standard deviation of a period about the level
     * @param step standard deviation of the level's step
     */
    public record ByLikelihood(double logLikelihood, double observation, double step, Effect mean) {}

    public StructuralResult {
        periods = List.copyOf(periods);
        inclusion = List.copyOf(inclusion);
        cautions = List.copyOf(cautions);
    }
}
