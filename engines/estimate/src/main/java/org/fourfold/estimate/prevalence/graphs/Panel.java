package org.fourfold.estimate.prevalence.graphs;

/**
 * A stretch of numbers of the missing, on which the posterior is a polynomial: 16 Chebyshev nodes, or each whole number where
 * there are few. A sum over all whole numbers of the stretch is a weighted sum over the nodes: the midpoint form of the
 * Euler–Maclaurin formula, term by term of the Chebyshev series.
 */
final class Panel {

    static final int NODES = 16;
    /** Up to so many whole numbers each is a node. */
    static final int WHOLE = 64;

    /** (1 - 2^(1-2r)) B_2r / (2r)! with its sign, for r = 1 to 5. */
    private static final double[] MIDPOINT = {
        -1.0 / 24, 7.0 / 5760, -31.0 / 967680, 127.0 / 154828800, -73.0 / 3503554560.0
    };

    private final long first;
    private final long last;
    private final double[] values;
    private final double[] series;

    /**
     * @param first smallest number of the missing
     * @param last largest one
     * @param values the posterior at {@link #node}s
     */
    Panel(long first, long last, double[] values) {
        this.first = first;
        this.last = last;
        this.values = values;
        this.series = isWhole() ? new double[0] : series(values);
    }

    static int nodes(long first, long last) {
        return last - first < WHOLE ? (int) (last - first + 1) : NODES;
    }

    static double node(long first, long last, int i) {
        if (last - first < WHOLE) {
            return (double) (first + i);
        }
        return 0.5 * (first + last) - 0.5 * (last - first + 1) * Math.cos((2 * i + 1) * Math.PI / (2 * NODES));
    }

    boolean isWhole() {
        return last - first < WHOLE;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int nodes() {
        return values.length;
    }

    double node(int i) {
        return node(first, last, i);
    }

    double value(int i) {
        return values[i];
    }

    /** How much of the sum the last members of the series are: what a longer one might still change. */
    double unresolved() {
        if (isWhole()) {
            return 0;
        }
        double tail = 0;
        for (int k = NODES - 3; k < NODES; k++) {
            tail = Math.max(tail, Math.abs(series[k]));
        }
        return tail * (last - first + 1);
    }

    /** With what the values at the nodes are weighted in a sum over all whole numbers. */
    double[] weights() {
        double[] weights = new double[values.length];
        if (isWhole()) {
            java.util.Arrays.fill(weights, 1);
            return weights;
        }
        double half = 0.5 * (last - first + 1);
        for (int k = 0; k < NODES; k += 2) {
            double sum = half * sumOfMember(k, 1 / half) * (k == 0 ? 1 : 2) / NODES;
            for (int i = 0; i < NODES; i++) {
                weights[i] += sum * Math.cos(k * angle(i));
            }
        }
        return weights;
    }

    /** The sum of all whole numbers' posterior. */
    double sum() {
        double[] weights = weights();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** The smallest whole number whose posterior and that of those before it in this panel reach {@code part}. */
    long reaches(double part) {
        if (isWhole()) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i];
                if (sum >= part) {
                    return first + i;
                }
            }
            return last;
        }
        long low = first;
        long high = last;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (upTo(middle) >= part) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The integral from the panel's beginning to half a step past that whole number. */
    private double upTo(long missing) {
        double half = 0.5 * (last - first + 1);
        double x = Math.clamp((missing + 0.5 - 0.5 * (first + last)) / half, -1, 1);
        double angle = Math.acos(x);
        double sum = series[0] * (x + 1) + series[1] * (x * x - 1) / 2;
        for (int k = 2; k < NODES; k++) {
            double here = Math.cos((k + 1) * angle) / (k + 1) - Math.cos((k - 1) * angle) / (k - 1);
            int sign = k % 2 == 0 ? -1 : 1;
            sum += series[k] * 0.5 * (here - sign * (1.0 / (k + 1) - 1.0 / (k - 1)));
        }
        return half * sum;
    }

    /** The sum of the Chebyshev polynomial {@code k}, even, over midpoints {@code step} apart on -1 to 1, times the step. */
    private static double sumOfMember(int k, double step) {
        double sum = 2.0 / (1 - k * k);
        double derivative = (double) k * k;
        double power = step * step;
        for (int r = 1; r <= MIDPOINT.length; r++) {
            sum += 2 * MIDPOINT[r - 1] * power * derivative;
            int order = 2 * r - 1;
            derivative *= next(k, order) * next(k, order + 1);
            power *= step * step;
        }
        return sum;
    }

    /** T_k's derivative of the order after {@code order} at 1 over that of {@code order}. */
    private static double next(int k, int order) {
        return ((double) k * k - (double) order * order) / (2 * order + 1);
    }

    private static double[] series(double[] values) {
        double[] series = new double[NODES];
        for (int k = 0; k < NODES; k++) {
            double sum = 0;
            for (int i = 0; i < NODES; i++) {
                sum += values[i] * Math.cos(k * angle(i));
            }
            series[k] = sum * (k == 0 ? 1 : 2) / NODES;
        }
        return series;
    }

    /** The nodes ascend: x = -cos((2i+1)π/32), so the angle runs down from π. */
    private static double angle(int i) {
        return Math.PI - (2 * i + 1) * Math.PI / (2 * NODES);
    }
}
