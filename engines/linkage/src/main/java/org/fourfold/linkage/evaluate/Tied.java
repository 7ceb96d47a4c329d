package org.fourfold.linkage.evaluate;

import java.util.Arrays;

/** Labels with one match weight taken together: isotonic regression needs each place on the axis once. */
final class Tied {

    private final double[] bits;
    private final double[] same;
    private final double[] mass;
    private final double[] squares;
    private int size;

    private Tied(int length) {
        bits = new double[length];
        same = new double[length];
        mass = new double[length];
        squares = new double[length];
    }

    static Tied of(LabelledWeights labels) {
        Tied tied = new Tied(labels.size());
        for (int label : labels.ascending()) {
            // Zero with either sign is one place.
            double place = labels.bits(label) + 0.0;
            if (tied.size == 0 || tied.bits[tied.size - 1] < place) {
                tied.bits[tied.size++] = place;
            }
            int at = tied.size - 1;
            double weight = labels.weight(label);
            tied.mass[at] += weight;
            tied.squares[at] += weight * weight;
            tied.same[at] += labels.same(label) ? weight : 0;
        }
        return tied;
    }

    int size() {
        return size;
    }

    double bits(int place) {
        return bits[place];
    }

    double[] mass() {
        return Arrays.copyOf(mass, size);
    }

    /** The weighted share judged to be one entity, by place. */
    double[] share() {
        double[] share = new double[size];
        Arrays.setAll(share, place -> same[place] / mass[place]);
        return share;
    }

    /** How many even labels the places from {@code start} to before {@code end} are worth (Kish 1965: (Σw)²/Σw²). */
    double effective(int start, int end) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int place = start; place < end; place++) {
            sum += mass[place];
            sumOfSquares += squares[place];
        }
        return sum * sum / sumOfSquares;
    }
}
