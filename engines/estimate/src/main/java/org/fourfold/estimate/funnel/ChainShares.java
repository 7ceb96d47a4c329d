package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.numbers.RadixOrder;

/**
 * In which state cases are, by days since they were reported: Aalen and Johansen's (1978) product of I + dA over the whole chain,
 * with the covariance of Greenwood's kind (Andersen, Borgan, Gill, Keiding 1993, 4.4.19). Late entries and open cases are counted
 * while they were under observation. The share in a state holds without the Markov property (Datta, Satten 2001).
 *
 * <p>Time O(n + days × K²) for n stays in K states.
 */
public final class ChainShares {

    private final List<String> states;
    private final double[] times;
    /** {@code times × states}. */
    private final double[] share;
    /** {@code times × states}. */
    private final double[] variance;
    /** Under observation, in any state that can be left. */
    private final int[] atRisk;

    /** As many cases fully followed as the shares are worth. */
    private final double[] number;

    private ChainShares(
            List<String> states, double[] times, double[] share, double[] variance, int[] atRisk, double[] number) {
        this.states = states;
        this.times = times;
        this.share = share;
        this.variance = variance;
        this.atRisk = atRisk;
        this.number = number;
    }

    /** The shares of these cases. */
    public static ChainShares of(CaseHistories cases) {
        return new Stays(cases).walk();
    }

    public List<String> states() {
        return states;
    }

    /** The days on which something happened. */
    public double[] times() {
        return times.clone();
    }

    /** The share in a state (0 for the first of the road) after {@code day}, with limits as {@link Shares} has them. */
    public ShareAt at(int state, double day, double level) {
        int found = Arrays.binarySearch(times, day);
        int k = found >= 0 ? found : -found - 2;
        double p = k < 0 ? (state == 0 ? 1 : 0) : share[k * states.size() + state];
        double error = k < 0 ? 0 : Math.sqrt(Math.max(0, variance[k * states.size() + state]));
        double[] limits = ShareLimits.of(p, error, number[Math.max(0, k)], level);
        int next = found >= 0 ? k : k + 1;
        return new ShareAt(day, p, error, limits[0], limits[1], next < times.length ? atRisk[next] : 0);
    }

    /** Stays of cases in states, each from after {@code from} to {@code to}. */
    private static final class Stays {
        private final List<String> states;
        private final int size;
        private final double[] from;
        private final double[] to;
        private final int[] in;
        /** The state entered at {@code to}, -1 for none. */
        private final int[] next;

        Stays(CaseHistories cases) {
            this.states = cases.road.states();
            int most = cases.cases() + cases.day.length;
            from = new double[most];
            to = new double[most];
            in = new int[most];
            next = new int[most];
            int n = 0;
            for (int i = 0; i < cases.cases(); i++) {
                int now = 0;
                double since = -1;
                double seen = cases.seen[i] > 0 ? cases.seen[i] : -1;
                for (int s = cases.start[i]; s <= cases.start[i + 1]; s++) {
                    boolean open = s == cases.start[i + 1];
                    double end = open ? cases.until[i] : cases.day[s];
                    if (!cases.road.isLast(now) && Math.max(since, seen) < end) {
                        from[n] = Math.max(since, seen);
                        to[n] = end;
                        in[n] = now;
                        next[n++] = open ? -1 : cases.state[s];
                    }
                    if (!open) {
                        now = cases.state[s];
                        since = end;
                    }
                }
            }
            size = n;
        }

        ChainShares walk() {
            int k = states.size();
            int[] begins = RadixOrder.of(Arrays.copyOf(from, size));
            int[] ends = RadixOrder.of(Arrays.copyOf(to, size));
            double[] times = new double[size];
            double[] share = new double[size * k];
            double[] variance = new double[size * k];
            int[] atRisk = new int[size];
            double[] number = new double[size];
            Chain chain = new Chain(k);
            int[] now = new int[k];
            int begun = 0;
            int steps = 0;
            for (int e = 0; e < size; ) {
                double t = to[ends[e]];
                while (begun < size && from[begins[begun]] < t) {
                    now[in[begins[begun++]]]++;
                }
                int first = e;
                boolean moved = false;
                for (; e < size && to[ends[e]] == t; e++) {
                    moved |= chain.count(in[ends[e]], next[ends[e]]);
                }
                if (moved) {
                    times[steps] = t;
                    atRisk[steps] = Arrays.stream(now).sum();
                    number[steps] = atRisk[steps] / chain.shareOf(now);
                    chain.step(now);
                    chain.write(share, variance, steps++);
                }
                for (int gone = first; gone < e; gone++) {
                    now[in[ends[gone]]]--;
                }
            }
            return new ChainShares(
                    states,
                    Arrays.copyOf(times, steps),
                    Arrays.copyOf(share, steps * k),
                    Arrays.copyOf(variance, steps * k),
                    Arrays.copyOf(atRisk, steps),
                    Arrays.copyOf(number, Math.max(1, steps)));
        }
    }

    /** The shares and their covariance, a step at a time. */
    private static final class Chain {
        private final int k;
        private final double[] p;
        private final double[] before;
        /** The covariance, {@code k × k}; {@code half} on the way to the next one. */
        private final double[] c;

        private final double[] half;
        private final int[] moves;
        /** dA: row h holds the shares of those in h that go to each state, and minus their sum at h itself. */
        private final double[] d;

        Chain(int k) {
            this.k = k;
            p = new double[k];
            p[0] = 1;
            before = new double[k];
            c = new double[k * k];
            half = new double[k * k];
            moves = new int[k * k];
            d = new double[k * k];
        }

        boolean count(int from, int to) {
            if (to >= 0) {
                moves[from * k + to]++;
            }
            return to >= 0;
        }

        /** The share in states in which somebody is under observation. */
        double shareOf(int[] atRisk) {
            double sum = 0;
            for (int h = 0; h < k; h++) {
                sum += atRisk[h] > 0 ? p[h] : 0;
            }
            return sum;
        }

        /** p ← p (I + dA) and its covariance; moves out of different states at one time are independent. */
        void step(int[] atRisk) {
            System.arraycopy(p, 0, before, 0, k);
            System.arraycopy(c, 0, half, 0, k * k);
            for (int h = 0; h < k; h++) {
                if (row(h, Math.max(1, atRisk[h]))) {
                    for (int i = 0; i < k * k; i++) {
                        half[i] += c[i / k * k + h] * d[h * k + i % k];
                    }
                }
            }
            System.arraycopy(half, 0, c, 0, k * k);
            for (int h = 0; h < k; h++) {
                if (d[h * k + h] < 0) {
                    leave(h, before[h] * before[h] / atRisk[h]);
                }
            }
        }

        /** Makes row h of dA from the moves counted; whether there were any. */
        private boolean row(int h, double atRisk) {
            double any = 0;
            for (int j = 0; j < k; j++) {
                d[h * k + j] = moves[h * k + j] / atRisk;
                any += d[h * k + j];
                moves[h * k + j] = 0;
            }
            d[h * k + h] -= any;
            return any > 0;
        }

        /** What those who leave h add; {@code squared} is the share's square over how many were at risk. */
        private void leave(int h, double squared) {
            int row = h * k;
            double any = -d[row + h];
            for (int i = 0; i < k; i++) {
                double a = d[row + i];
                p[i] += before[h] * a;
                for (int j = 0; j < k; j++) {
                    c[i * k + j] += a * half[row + j] - squared * a * d[row + j];
                }
                // A multinomial's covariance: of those who went to i with themselves, and against those who stayed.
                if (i != h) {
                    c[i * k + i] += squared * a;
                    c[i * k + h] -= squared * a;
                    c[row + i] -= squared * a;
                }
            }
            c[row + h] += squared * any;
        }

        void write(double[] share, double[] variance, int step) {
            for (int j = 0; j < k; j++) {
                share[step * k + j] = p[j];
                variance[step * k + j] = c[j * k + j];
            }
        }
    }
}
