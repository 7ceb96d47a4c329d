package org.fourfold.estimate.prevalence.latent;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.prevalence.CaptureTable;

/**
 * One chain of the blocked Gibbs sampler (Manrique-Vallier 2016, section 3; Ishwaran, James 2001 for the broken stick).
 *
 * <p>Persons of one history are alike, so a step draws how many of each history are of each class, not each person's class. Its
 * time hangs on the number of different histories, not on that of persons.
 */
final class LatentGibbs {

    /** Below it a logarithm is that of a chance that never happens. */
    private static final double LOG_LEAST = -700;

    private final int lists;
    private final int classes;
    private final double shape;
    private final double rate;
    private final int cases;
    private final int[] histories;
    private final int[] counts;
    private final Draws draws;
    /** A history's lists are looked up in two halves, of so many bits the first. */
    private final int lowBits;

    private final double[] shares;
    /** Of class {@code k} and list {@code j} at {@code j * classes + k}: the chance that such a person is on it. */
    private final double[] capture;
    /** Products over the lists of a half, at {@code half history * classes + k}; the high one with the class's share in it. */
    private final double[] low;

    private final double[] high;
    private final long[] inClass;
    private final long[] onList;
    private final double[] weights;
    private final long[] drawn;
    private double concentration = 1;
    private long missing;

    LatentGibbs(CaptureTable table, LatentOptions options, RandomGenerator random) {
        this.lists = table.lists().size();
        this.classes = options.classes();
        this.shape = options.shape();
        this.rate = options.rate();
        this.cases = table.cases();
        this.histories = IntStream.range(1, table.histories())
                .filter(h -> table.count(h) > 0)
                .toArray();
        this.counts = Arrays.stream(histories).map(table::count).toArray();
        this.draws = new Draws(random);
        this.lowBits = lists / 2;
        this.shares = new double[classes];
        this.capture = new double[lists * classes];
        this.low = new double[classes << lowBits];
        this.high = new double[classes << (lists - lowBits)];
        this.inClass = new long[classes];
        this.onList = new long[lists * classes];
        this.weights = new double[classes];
        this.drawn = new long[classes];
        begin();
    }

    /** A start of its own: chances from the prior, a stick broken at random. */
    private void begin() {
        for (int i = 0; i < capture.length; i++) {
            capture[i] = draws.share();
        }
        double left = 1;
        for (int k = 0; k < classes; k++) {
            shares[k] = k == classes - 1 ? left : left * draws.share();
            left -= shares[k];
        }
    }

    void step() {
        Arrays.fill(inClass, 0);
        Arrays.fill(onList, 0);
        multiply();
        drawClasses();
        drawMissing();
        reorder();
        drawCapture();
        drawShares();
    }

    long missing() {
        return missing;
    }

    int classesInUse() {
        int used = 0;
        for (long in : inClass) {
            used += in > 0 ? 1 : 0;
        }
        return used;
    }

    /** Each class's chance of each half of a history. */
    private void multiply() {
        Arrays.fill(low, 0, classes, 1);
        System.arraycopy(shares, 0, high, 0, classes);
        for (int j = 0; j < lists; j++) {
            double[] half = j < lowBits ? low : high;
            int width = (j < lowBits ? 1 << j : 1 << (j - lowBits)) * classes;
            int list = j * classes;
            for (int at = 0; at < width; at += classes) {
                for (int k = 0; k < classes; k++) {
                    double without = half[at + k];
                    double with = without * capture[list + k];
                    half[width + at + k] = with;
                    half[at + k] = without - with;
                }
            }
        }
    }

    private void drawClasses() {
        int lowMask = (1 << lowBits) - 1;
        for (int i = 0; i < histories.length; i++) {
            int history = histories[i];
            double _ = weigh((history & lowMask) * classes, (history >> lowBits) * classes);
            draws.multinomial(counts[i], weights, drawn, classes);
            for (int k = 0; k < classes; k++) {
                inClass[k] += drawn[k];
            }
            for (int j = 0; j < lists; j++) {
                if ((history >> j & 1) == 1) {
                    for (int k = 0; k < classes; k++) {
                        onList[j * classes + k] += drawn[k];
                    }
                }
            }
        }
    }

    private double weigh(int lowAt, int highAt) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            weights[k] = low[lowAt + k] * high[highAt + k];
            sum += weights[k];
        }
        return sum;
    }

    /** Prior 1/N: the missing are negative binomial, drawn as a Poisson of a gamma. */
    private void drawMissing() {
        double unseen = Math.min(weigh(0, 0), 1 - 1e-9);
        missing = draws.poisson(draws.gamma(cases) * unseen / (1 - unseen));
        if (missing > 0) {
            draws.multinomial(missing, weights, drawn, classes);
            for (int k = 0; k < classes; k++) {
                inClass[k] += drawn[k];
            }
        }
    }

    /**
     * Neighbouring classes change places. The broken stick wants the large ones first, and without this a chain that began with
     * another order keeps it, and a concentration that goes with it, for tens of thousands of steps (Papaspiliopoulos, Roberts
     * 2008). With the shares summed out, as they are drawn anew next, the odds of a change are as simple as below.
     */
    private void reorder() {
        long from = cases + missing;
        for (int k = 0; k + 2 < classes; k++) {
            long here = inClass[k];
            long next = inClass[k + 1];
            if (here != next && draws.share() * (concentration + from - next) < concentration + from - here) {
                swap(inClass, k);
                for (int j = 0; j < lists; j++) {
                    swap(onList, j * classes + k);
                }
            }
            from -= inClass[k];
        }
    }

    private static void swap(long[] values, int at) {
        long kept = values[at];
        values[at] = values[at + 1];
        values[at + 1] = kept;
    }

    private void drawCapture() {
        for (int j = 0; j < lists; j++) {
            for (int k = 0; k < classes; k++) {
                long on = onList[j * classes + k];
                capture[j * classes + k] = draws.beta(1.0 + on, 1.0 + (inClass[k] - on));
            }
        }
    }

    /** The stick is broken in logarithms: with a small concentration what is left of it is less than a double can hold. */
    private void drawShares() {
        long after = 0;
        for (int k = 0; k < classes; k++) {
            after += inClass[k];
        }
        double logLeft = 0;
        for (int k = 0; k + 1 < classes; k++) {
            after -= inClass[k];
            double taken = draws.logGamma(1.0 + inClass[k]);
            double rest = draws.logGamma(concentration + after);
            double most = Math.max(taken, rest);
            double both = most + Math.log1p(Math.exp(-Math.abs(taken - rest)));
            shares[k] = Math.exp(logLeft + taken - both);
            logLeft = Math.max(LOG_LEAST * classes, logLeft + rest - both);
        }
        shares[classes - 1] = Math.exp(logLeft);
        if (classes > 1) {
            concentration = Math.max(1e-12, draws.gamma(shape + classes - 1) / (rate - logLeft));
        }
    }
}
