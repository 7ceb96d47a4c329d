package org.fourfold.linkage.store;

import java.util.List;

/**
 * How what comes in differs from what was trained on. While it does not, the frozen model may stay; where it does, somebody looks
 * at the batch first and trains anew if that is how records now are.
 *
 * <p>The measure is the population stability index, the sum over shares of (new - old) ln (new / old), halves added to counts so
 * that no share is nothing. Above {@link #THRESHOLD} it is told, as is usual where models are watched (N. Siddiqi, Credit Risk
 * Scorecards, 2006), but only where so much would come by chance once in a thousand batches of that size at most: without drift
 * it is about chi-square with one degree less than there are shares, times the sum of the reciprocals of both counts (B.
 * Yurdakul and J. Naranjo, 2020).
 *
 * @param pairs linked pairs of the batch whose levels were counted
 * @param measures of the levels of each comparison, and of what is left empty and never seen in each slot
 */
public record Drift(long pairs, List<Measure> measures) {

    /** From here on a difference is told. */
    public static final double THRESHOLD = 0.25;

    static final Drift NONE = new Drift(0, List.of());

    /** The standard normal variate that is exceeded once in a thousand. */
    private static final double RARE = 3.0902;

    /** What is watched. */
    public enum Kind {
        /** At which levels linked pairs agree. */
        LEVELS,
        /** The share of records that say nothing. */
        EMPTY,
        /** Of those that say something the share that says what was never said at the training. */
        UNSEEN
    }

    /**
     * One measure.
     *
     * @param name the comparison's or the slot's
     * @param counted pairs or records of the batch that it was taken of
     * @param index the population stability index
     * @param chance what chance alone may reach
     * @param before the shares at the training
     * @param now the shares in the batch
     */
    public record Measure(
            Kind kind, String name, long counted, double index, double chance, List<Double> before, List<Double> now) {

        public Measure {
            before = List.copyOf(before);
            now = List.copyOf(now);
        }

        /** Whether it is to be told. */
        public boolean isDrift() {
            return index > Math.max(THRESHOLD, chance);
        }
    }

    public Drift {
        measures = List.copyOf(measures);
    }

    /** What somebody should look at. */
    public List<Measure> told() {
        return measures.stream().filter(Measure::isDrift).toList();
    }

    static Measure measure(Kind kind, String name, double[] before, double[] now) {
        double all = sum(before);
        double come = sum(now);
        double index = 0;
        List<Double> was = new java.util.ArrayList<>();
        List<Double> is = new java.util.ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            double p = (before[i] + 0.5) / (all + 0.5 * before.length);
            double q = (now[i] + 0.5) / (come + 0.5 * before.length);
            index += (q - p) * Math.log(q / p);
            was.add(p);
            is.add(q);
        }
        double chance = quantile(Math.max(1, before.length - 1)) * (1 / Math.max(1, all) + 1 / Math.max(1, come));
        return new Measure(kind, name, (long) come, index, chance, was, is);
    }

    /** Of chi-square, by the approximation of E. B. Wilson and M. M. Hilferty (1931). */
    private static double quantile(int degrees) {
        double ninth = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - ninth + RARE * Math.sqrt(ninth), 3);
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
