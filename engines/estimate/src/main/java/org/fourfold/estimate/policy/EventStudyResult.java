package org.fourfold.estimate.policy;

import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What changed where a policy was taken up, by time since then.
 *
 * @param cells by relative time, the reference cell -1 left out
 * @param after all cells told from adoption on together, each by how many places it has
 * @param before whether places differed before adoption: all leads nought
 * @param neverAdopted whether the comparison is with places that never took it up; else with the last to do so, until they did
 * @param places that took it up, those it is compared with
 * @param dispersion of counts about the model
 */
public record EventStudyResult(
        Provenance provenance,
        List<Cell> cells,
        Cell after,
        Before before,
        boolean neverAdopted,
        Places places,
        double dispersion,
        List<Problem> cautions) {

    /**
     * A cell of relative time.
     *
     * @param relative cells since adoption; 0 is the first with the policy
     * @param level logarithm of the ratio to what the comparison leads to expect, with the larger of errors by place and by the
     *     scatter of counts
     * @param places how many have been seen in it
     */
    public record Cell(int relative, Coefficient level, double lower, double upper, int places) {}

    /** Wald's test: chi-squared with {@code freedom} degrees. */
    public record Before(double statistic, int freedom, double p) {}

    /** How many. */
    public record Places(int adopting, int comparison) {}

    public EventStudyResult {
        cells = List.copyOf(cells);
        cautions = List.copyOf(cautions);
    }
}
