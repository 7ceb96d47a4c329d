package org.fourfold.estimate.prevalence.strata;

import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * How many persons have exactly which lists and covariates, as far as these are known.
 *
 * @param table the same persons by lists alone
 * @param histories by row, the lists as a mask
 * @param values by row and covariate, the value's index or {@link #UNKNOWN}
 * @param counts by row
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
public record CovariateTable(
        CaptureTable table, List<Covariate> covariates, int[] histories, int[][] values, long[] counts) {

    public static final int UNKNOWN = -1;
    /** Lists and covariates make so many cells at most. */
    public static final int CELLS_MAX = 4096;

    /**
     * A table of rows.
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that forbids an estimate
     */
    public static CovariateTable of(
            List<String> lists, List<Covariate> covariates, int[] histories, int[][] values, long[] counts) {
        CaptureTable table = CaptureTable.of(lists, histories, counts);
        Problems problems = new Problems();
        long cells = table.histories();
        for (Covariate covariate : covariates) {
            cells *= covariate.levels().size();
            if (cells > CELLS_MAX) {
                problems.add(PrevalenceFault.TOO_MANY_CELLS, covariate.name(), cells, CELLS_MAX);
                break;
            }
        }
        for (int v = 0; v < covariates.size(); v++) {
            check(covariates.get(v), v, values, counts, problems);
        }
        problems.refuse();
        return new CovariateTable(table, List.copyOf(covariates), histories.clone(), copy(values), counts.clone());
    }

    private static void check(Covariate covariate, int v, int[][] values, long[] counts, Problems problems) {
        boolean[] seen = new boolean[covariate.levels().size()];
        for (int r = 0; r < values.length; r++) {
            int value = values[r][v];
            if (value < UNKNOWN || value >= seen.length) {
                problems.add(PrevalenceFault.COVARIATE_VALUE, (r + 1) + ", " + covariate.name(), value);
            } else if (value != UNKNOWN && counts[r] > 0) {
                seen[value] = true;
            }
        }
        for (int level = 0; level < seen.length; level++) {
            if (!seen[level]) {
                problems.add(
                        PrevalenceFault.COVARIATE_UNSEEN,
                        covariate.name(),
                        covariate.levels().get(level));
            }
        }
    }

    private static int[][] copy(int[][] values) {
        return java.util.Arrays.stream(values).map(int[]::clone).toArray(int[][]::new);
    }

    /** How many ways all covariates can be. */
    int profiles() {
        return covariates.stream().mapToInt(c -> c.levels().size()).reduce(1, Math::multiplyExact);
    }

    /** The value of covariate {@code v} in a profile. */
    int level(int profile, int v) {
        int rest = profile;
        for (int before = 0; before < v; before++) {
            rest /= covariates.get(before).levels().size();
        }
        return rest % covariates.get(v).levels().size();
    }

    /** Whether a profile agrees with all that a row knows. */
    boolean agrees(int row, int profile) {
        for (int v = 0; v < covariates.size(); v++) {
            if (values[row][v] != UNKNOWN && values[row][v] != level(profile, v)) {
                return false;
            }
        }
        return true;
    }

    void into(DataDigest digest) {
        table.into(digest);
        for (Covariate covariate : covariates) {
            digest.text(covariate.name()).whole(covariate.recordedBy());
            covariate.levels().forEach(digest::text);
        }
        for (int r = 0; r < histories.length; r++) {
            digest.whole(histories[r]).whole(counts[r]);
            for (int value : values[r]) {
                digest.whole(value);
            }
        }
    }
}
