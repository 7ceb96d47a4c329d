package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Tails;

/**
 * Whether groups differ.
 *
 * @param statistic chi-squared under no difference
 * @param freedom its degrees of freedom
 * @param p how often chance alone gives as much
 * @param observed by group, how many left (with weights, their weighted sum)
 * @param expected by group, how many would have, were the groups alike
 */
public record GroupTest(double statistic, int freedom, double p, List<Double> observed, List<Double> expected) {

    public GroupTest {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
    }

    /** The quadratic form of the scores over the groups that vary; one group is left out, as scores sum to nought. */
    static GroupTest of(double[] observed, double[] expected, double[] variance) {
        int groups = observed.length;
        int[] kept = IntStream.range(0, groups)
                .filter(g -> variance[g * groups + g] > 1e-12)
                .toArray();
        int m = Math.max(0, kept.length - 1);
        double[] v = new double[m * m];
        double[] u = new double[m];
        for (int i = 0; i < m; i++) {
            u[i] = observed[kept[i]] - expected[kept[i]];
            for (int j = 0; j < m; j++) {
                v[i * m + j] = variance[kept[i] * groups + kept[j]];
            }
        }
        double[] solved = u.clone();
        double statistic = 0;
        if (m > 0 && Cholesky.factor(v, m, 1e-11)) {
            Cholesky.solve(v, m, solved);
            for (int i = 0; i < m; i++) {
                statistic += u[i] * solved[i];
            }
        }
        return new GroupTest(statistic, m, Tails.chiSquared(statistic, m), listed(observed), listed(expected));
    }

    /** Splits by stratum; one stratum when {@code strata} is empty. */
    static int[] strataOf(int cases, int[] strata) {
        return strata.length == 0 ? new int[cases] : strata;
    }

    static int[] distinct(int[] values) {
        return Arrays.stream(values).distinct().sorted().toArray();
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
