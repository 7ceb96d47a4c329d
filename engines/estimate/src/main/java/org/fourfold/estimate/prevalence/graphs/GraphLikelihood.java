package org.fourfold.estimate.prevalence.graphs;

import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.hipparchus.special.Gamma;

/**
 * The logarithm of each graph's posterior weight, up to one constant, when so many persons are on no list (Madigan, York 1997,
 * eq. 3; Dawid, Lauritzen 1993 for the hyper-Dirichlet law).
 *
 * <p>A graph's likelihood is that of the margins of its cliques over that of its separators; a margin's depends on the number of
 * the missing through one cell and the total only, so all graphs share {@code 2^lists} functions of that number. A margin's cell
 * has the sum of the prior counts of the cells that fall into it, which makes the prior consistent between margins.
 */
final class GraphLikelihood {

    private final int cases;
    private final double priorCounts;
    /** By set of lists: prior and observed count of the margin's cell that nobody missing is outside of. */
    private final double[] outside;
    /** By set of lists: what does not hang on the missing. */
    private final double[] fixed;
    /** Flat: of graph {@code g} the members from {@code starts[g]}, each a set of lists and how often it is a factor. */
    private final int[] starts;

    private final int[] sets;
    private final int[] shares;
    /** One thread's memory. */
    private final double[] margins;

    GraphLikelihood(CaptureTable table, List<DecomposableGraph> graphs, double delta) {
        int lists = table.lists().size();
        this.cases = table.cases();
        this.priorCounts = delta * table.histories();
        this.outside = new double[table.histories()];
        this.fixed = new double[table.histories()];
        this.margins = new double[table.histories()];
        for (int set = 1; set < table.histories(); set++) {
            margin(table, lists, set, delta);
        }
        int members = graphs.stream()
                .mapToInt(g -> (int)
                        java.util.Arrays.stream(g.shares()).filter(s -> s != 0).count())
                .sum();
        this.starts = new int[graphs.size() + 1];
        this.sets = new int[members];
        this.shares = new int[members];
        int at = 0;
        for (int g = 0; g < graphs.size(); g++) {
            int[] of = graphs.get(g).shares();
            for (int set = 1; set < of.length; set++) {
                if (of[set] != 0) {
                    sets[at] = set;
                    shares[at++] = of[set];
                }
            }
            starts[g + 1] = at;
        }
    }

    private void margin(CaptureTable table, int lists, int set, double delta) {
        int[] cells = new int[table.histories()];
        for (int history = 1; history < table.histories(); history++) {
            cells[history & set] += table.count(history);
        }
        double prior = delta * (1 << (lists - Integer.bitCount(set)));
        outside[set] = prior + cells[0];
        double sum = Gamma.logGamma(priorCounts) - (1 << Integer.bitCount(set)) * Gamma.logGamma(prior);
        for (int cell = 1; cell < cells.length; cell++) {
            if ((cell & set) == cell) {
                sum += Gamma.logGamma(prior + cells[cell]);
            }
        }
        fixed[set] = sum;
    }

    int graphs() {
        return starts.length - 1;
    }

    /**
     * How large rounding may be in a result of {@link #fill}.
     *
     * @param missing as many at most
     */
    double rounding(double missing) {
        double all = cases + missing + 2;
        return 1e-15 * all * Math.log(all);
    }

    /** Each graph's log weight into {@code weights}; prior 1/N for the number of persons N, the same for each graph. */
    void fill(double missing, double[] weights) {
        double total = Gamma.logGamma(priorCounts + cases + missing);
        for (int set = 1; set < outside.length; set++) {
            margins[set] = fixed[set] + Gamma.logGamma(outside[set] + missing) - total;
        }
        double ways = Gamma.logGamma(cases + missing + 1) - Gamma.logGamma(missing + 1) - Math.log(cases + missing);
        for (int g = 0; g + 1 < starts.length; g++) {
            double sum = ways;
            for (int i = starts[g]; i < starts[g + 1]; i++) {
                sum += shares[i] * margins[sets[i]];
            }
            weights[g] = sum;
        }
    }
}
