package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.numbers.Wilson;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What counts by stage and year can say.
 *
 * @param ratios by year and stage
 * @param lagged all years together, the later stage some years after the earlier
 */
public record CountsResult(Provenance provenance, List<Ratio> ratios, List<Lagged> lagged, List<Problem> cautions) {

    /** The ratio of a stage to the one before it, in one year. */
    public sealed interface Ratio {
        int year();

        String from();

        String to();
    }

    /**
     * A ratio that may be shown.
     *
     * @param open of {@code of}, how many are undecided
     * @param ratio open ones counted half
     * @param atLeast were none of the open ones to get there
     * @param atMost were all of them
     */
    public record Shown(
            int year,
            String from,
            String to,
            long of,
            long reached,
            long open,
            Wilson ratio,
            double atLeast,
            double atMost)
            implements Ratio {}

    /** Someone could be known by it. */
    public record Hidden(int year, String from, String to) implements Ratio {}

    /** More cases than at the stage before: no ratio of one cohort can be so. */
    public record More(int year, String from, String to, long of, long reached) implements Ratio {}

    /** No case at the stage before. */
    public record Nobody(int year, String from, String to) implements Ratio {}

    /**
     * All years together.
     *
     * @param lag how many years later the later stage is counted
     * @param pairs of how many years
     */
    public record Lagged(String from, String to, int lag, int pairs, Wilson ratio) {}

    public CountsResult {
        ratios = List.copyOf(ratios);
        lagged = List.copyOf(lagged);
        cautions = List.copyOf(cautions);
    }
}
