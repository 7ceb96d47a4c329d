package org.fourfold.estimate.prevalence.graphs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Run;

/**
 * The joint posterior of the graph and the number of the missing, summed over all whole numbers from 1 to a largest one without
 * visiting each: panels are halved until their polynomials hold the posterior to about 1e-10 of the whole.
 */
final class PosteriorGrid {

    /** What lies so far below the peak in logarithms is nothing. */
    private static final double NOTHING = 46;
    /** So much between neighbouring nodes may hide a peak. */
    private static final double STEEP = 12;

    private static final double RESOLVED = 1e-11;

    private final GraphLikelihood likelihood;
    private final double[] graphs;
    private final List<Panel> panels = new ArrayList<>();
    private final double[][] desk;
    private final double[] logs = new double[Panel.WHOLE];
    /** The largest log weight of a graph that was seen: the scale of all. */
    private double peak = Double.NEGATIVE_INFINITY;

    private double whole;

    private PosteriorGrid(GraphLikelihood likelihood) {
        this.likelihood = likelihood;
        this.graphs = new double[likelihood.graphs()];
        this.desk = new double[Panel.WHOLE][likelihood.graphs()];
    }

    static PosteriorGrid of(GraphLikelihood likelihood, long missingMax, Run run) {
        PosteriorGrid grid = new PosteriorGrid(likelihood);
        Deque<long[]> doubling = new ArrayDeque<>();
        for (long first = 1; first <= missingMax; first *= 2) {
            doubling.add(new long[] {first, Math.min(2 * first - 1, missingMax)});
        }
        Deque<long[]> gentle = halvedUntil(doubling, run, grid::hidesNoPeak);
        Deque<long[]> _ = halvedUntil(gentle, run, grid::takes);
        grid.panels.sort(Comparator.comparingLong(Panel::first));
        grid.whole = grid.panels.stream().mapToDouble(Panel::sum).sum();
        return grid;
    }

    /** Halves each stretch until it will do. */
    private static Deque<long[]> halvedUntil(Deque<long[]> open, Run run, Predicate<long[]> does) {
        Deque<long[]> done = new ArrayDeque<>();
        while (!open.isEmpty()) {
            run.goOn();
            long[] stretch = open.poll();
            if (does.test(stretch)) {
                done.add(stretch);
            } else {
                long middle = stretch[0] + (stretch[1] - stretch[0]) / 2;
                open.add(new long[] {stretch[0], middle});
                open.add(new long[] {middle + 1, stretch[1]});
            }
        }
        return done;
    }

    /**
     * Looks for the peak of each graph. A graph's log weight is about concave: between two nodes it rises at most about as much
     * above the higher one as it rises or falls beside it.
     */
    private boolean hidesNoPeak(long[] stretch) {
        int nodes = Panel.nodes(stretch[0], stretch[1]);
        for (int i = 0; i < nodes; i++) {
            likelihood.fill(Panel.node(stretch[0], stretch[1], i), desk[i]);
        }
        boolean isWhole = stretch[1] - stretch[0] < Panel.WHOLE;
        boolean hides = false;
        for (int g = 0; g < graphs.length; g++) {
            double highest = desk[0][g];
            double steepest = 0;
            for (int i = 1; i < nodes; i++) {
                highest = Math.max(highest, desk[i][g]);
                steepest = Math.max(steepest, Math.abs(desk[i][g] - desk[i - 1][g]));
            }
            peak = Math.max(peak, highest);
            hides |= !isWhole && steepest > STEEP && highest + 2 * steepest > peak - NOTHING;
        }
        return !hides;
    }

    /** Works out a stretch and keeps it, unless it must be halved first. */
    private boolean takes(long[] stretch) {
        long first = stretch[0];
        long last = stretch[1];
        int nodes = Panel.nodes(first, last);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes; i++) {
            logs[i] = logAt(Panel.node(first, last, i), desk[i]);
            highest = Math.max(highest, logs[i]);
        }
        if (highest < -NOTHING) {
            return true;
        }
        double[] values = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            values[i] = Math.exp(logs[i]);
        }
        Panel panel = new Panel(first, last, values);
        double rounding = likelihood.rounding((double) last) * (last - first + 1) * Math.exp(highest);
        if (panel.unresolved() > Math.max(RESOLVED * Math.max(whole, 1), rounding)) {
            return false;
        }
        keep(panel);
        return true;
    }

    private void keep(Panel panel) {
        double[] weights = panel.weights();
        for (int i = 0; i < weights.length; i++) {
            double[] at = desk[i];
            for (int g = 0; g < graphs.length; g++) {
                graphs[g] += weights[i] * at[g];
            }
        }
        panels.add(panel);
        whole += panel.sum();
    }

    /** Each graph's posterior into {@code at}, and the logarithm of their sum; both over the peak's. */
    private double logAt(double missing, double[] at) {
        likelihood.fill(missing, at);
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : at) {
            highest = Math.max(highest, log);
        }
        double sum = 0;
        for (int g = 0; g < at.length; g++) {
            double below = at[g] - highest;
            double part = below < -NOTHING ? 0 : Math.exp(below);
            sum += part;
            at[g] = part;
        }
        double scale = Math.exp(highest - peak);
        for (int g = 0; g < at.length; g++) {
            at[g] *= scale;
        }
        return highest - peak + Math.log(sum);
    }

    /** Posterior probabilities, in the order of the graphs; they sum to 1. */
    double[] graphs() {
        double sum = 0;
        for (double weight : graphs) {
            sum += Math.max(weight, 0);
        }
        double[] shares = new double[graphs.length];
        for (int g = 0; g < graphs.length; g++) {
            shares[g] = Math.max(graphs[g], 0) / sum;
        }
        return shares;
    }

    PopulationQuantiles population(int cases) {
        double[] at = PopulationQuantiles.shares();
        for (int q = 0; q < at.length; q++) {
            at[q] = cases + quantile(at[q]);
        }
        double mean = 0;
        for (Panel panel : panels) {
            double[] weights = panel.weights();
            for (int i = 0; i < weights.length; i++) {
                mean += weights[i] * panel.value(i) * panel.node(i);
            }
        }
        return PopulationQuantiles.of(at, cases + mean / whole);
    }

    private long quantile(double share) {
        double left = share * whole;
        for (Panel panel : panels) {
            double sum = panel.sum();
            if (sum >= left) {
                return panel.reaches(left);
            }
            left -= sum;
        }
        return panels.getLast().last();
    }

    List<GraphAverage.Point> curve(int cases) {
        List<GraphAverage.Point> curve = new ArrayList<>();
        for (Panel panel : panels) {
            for (int i = 0; i < panel.nodes(); i++) {
                curve.add(new GraphAverage.Point(cases + panel.node(i), Math.max(0, panel.value(i)) / whole));
            }
        }
        return curve;
    }
}
