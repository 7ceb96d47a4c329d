package org.fourfold.estimate.prevalence.chains;

import java.util.Arrays;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.numbers.Quantiles;

/** The parts of {@link Diagnosis}; chains are rows of one length. */
final class Chains {

    private Chains() {}

    static boolean isStill(double[] chain) {
        return Arrays.stream(chain).allMatch(draw -> draw == chain[0]);
    }

    /** Each chain's halves as chains; the middle draw of an odd number is left out. */
    static double[][] split(double[][] draws) {
        int half = draws[0].length / 2;
        double[][] split = new double[2 * draws.length][];
        for (int c = 0; c < draws.length; c++) {
            split[2 * c] = Arrays.copyOfRange(draws[c], 0, half);
            split[2 * c + 1] = Arrays.copyOfRange(draws[c], draws[c].length - half, draws[c].length);
        }
        return split;
    }

    /** Normal scores of the ranks among all draws; equal draws share their mean rank (eq. 14). */
    static double[][] ranked(double[][] draws) {
        double[] sorted = joined(draws);
        Arrays.sort(sorted);
        double[] scores = new double[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double rank = 0.5 * (from + 1 + to);
            Arrays.fill(scores, from, to, Normal.quantile((rank - 0.375) / (sorted.length + 0.25)));
            from = to;
        }
        return Arrays.stream(draws)
                .map(chain -> Arrays.stream(chain)
                        .map(draw -> scores[Arrays.binarySearch(sorted, draw)])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Distances from the median of all. */
    static double[][] folded(double[][] draws) {
        double[] sorted = joined(draws);
        Arrays.sort(sorted);
        double median = Quantiles.linear(sorted, .5);
        return Arrays.stream(draws)
                .map(chain ->
                        Arrays.stream(chain).map(d -> Math.abs(d - median)).toArray())
                .toArray(double[][]::new);
    }

    /** 1 where a draw is at or below that quantile of all, else 0. */
    static double[][] below(double[][] draws, double share) {
        double[] sorted = joined(draws);
        Arrays.sort(sorted);
        double limit = Quantiles.linear(sorted, share);
        return Arrays.stream(draws)
                .map(chain -> Arrays.stream(chain).map(d -> d <= limit ? 1 : 0).toArray())
                .toArray(double[][]::new);
    }

    private static double[] joined(double[][] draws) {
        return Arrays.stream(draws).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The potential scale reduction of chains that are split already (eq. 1 to 4); NaN where no chain moves. */
    static double rHat(double[][] chains) {
        int n = chains[0].length;
        return Math.sqrt(plus(chains) / within(chains, n));
    }

    private static double within(double[][] chains, int n) {
        double within = 0;
        for (double[] chain : chains) {
            within += autocovariance(chain, mean(chain), 0) * n / (n - 1);
        }
        return within / chains.length;
    }

    /** The marginal variance that is too large while chains disagree (eq. 3). */
    private static double plus(double[][] chains) {
        int n = chains[0].length;
        double[] means = Arrays.stream(chains).mapToDouble(Chains::mean).toArray();
        double mean = mean(means);
        double between = 0;
        for (double of : means) {
            between += (of - mean) * (of - mean);
        }
        between /= means.length - 1;
        return within(chains, n) * (n - 1) / n + between;
    }

    /** Effective draws by Geyer's initial monotone sequence over all chains (eq. 10 to 13). */
    static double ess(double[][] chains) {
        int n = chains[0].length;
        double plus = plus(chains);
        double within = within(chains, n);
        double[] means = Arrays.stream(chains).mapToDouble(Chains::mean).toArray();
        double draws = (double) chains.length * n;
        if (!(plus > 0)) {
            return 0;
        }
        double sum = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair =
                    correlation(chains, means, lag, within, plus) + correlation(chains, means, lag + 1, within, plus);
            if (!(pair > 0)) {
                break;
            }
            before = Math.min(before, pair);
            sum += before;
        }
        double time = Math.max(2 * sum - 1, 1 / Math.log10(draws));
        return draws / time;
    }

    private static double correlation(double[][] chains, double[] means, int lag, double within, double plus) {
        if (lag == 0) {
            return 1;
        }
        int n = chains[0].length;
        double sum = 0;
        for (int c = 0; c < chains.length; c++) {
            sum += autocovariance(chains[c], means[c], lag) * n / (n - 1);
        }
        return 1 - (within - sum / chains.length) / plus;
    }

    private static double autocovariance(double[] chain, double mean, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < chain.length; i++) {
            sum += (chain[i] - mean) * (chain[i + lag] - mean);
        }
        return sum / chain.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
