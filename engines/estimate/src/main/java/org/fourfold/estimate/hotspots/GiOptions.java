package org.fourfold.estimate.hotspots;

/**
 * How to look for high and low values among neighbours.
 *
 * @param permutations how often the other values are shuffled over the map; 0 for the normal approximation alone
 * @param falseDiscoveryRate the share of false ones among those told as hot or cold that is accepted
 */
public record GiOptions(Neighbourhood neighbourhood, int permutations, double falseDiscoveryRate) {

    /** As many as there may be. */
    public static final int PERMUTATIONS_MAX = 99_999;

    /** Who is a neighbour; each region is also one of itself. All weigh the same. */
    public sealed interface Neighbourhood {

        /** All within a distance, in the metric's unit. */
        record Within(double distance) implements Neighbourhood {}

        /** So many of the nearest others; of equal distances the first by id. */
        record Nearest(int many) implements Neighbourhood {}
    }

    /** Within a distance, no permutations, five of a hundred. */
    public static GiOptions within(double distance) {
        return new GiOptions(new Neighbourhood.Within(distance), 0, 0.05);
    }

    /** The nearest others, no permutations, five of a hundred. */
    public static GiOptions nearest(int many) {
        return new GiOptions(new Neighbourhood.Nearest(many), 0, 0.05);
    }

    public GiOptions withPermutations(int many) {
        return new GiOptions(neighbourhood, many, falseDiscoveryRate);
    }

    public GiOptions withFalseDiscoveryRate(double rate) {
        return new GiOptions(neighbourhood, permutations, rate);
    }
}
