package org.fourfold.linkage.cluster;

/** Evidence by a formula, spread over three comparisons. */
record Said(OfPair evidence) implements Evidence {

    static final int COMPARISONS = 3;

    /** Parts of a bit for a pair, a below b. */
    @FunctionalInterface
    interface OfPair {
        int of(int a, int b);
    }

    static Evidence of(OfPair evidence) {
        return new Said(evidence);
    }

    static Evidence always(int bits) {
        return new Said((a, b) -> bits * 1024);
    }

    /** The first two say something or nothing, the third makes up the sum. */
    static int part(int comparison, int a, int b, int sum) {
        int first = Math.floorMod(a * 31 + b * 17, 5) * 1024 - 2048;
        int second = Math.floorMod(a * 13 + b * 7, 3) * 3072 - 3072;
        return switch (comparison) {
            case 0 -> first;
            case 1 -> second;
            default -> sum - first - second;
        };
    }

    @Override
    public void score(int[] a, int[] b, int size, int[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = evidence.of(a[i], b[i]);
        }
    }

    @Override
    public int comparisons() {
        return COMPARISONS;
    }

    @Override
    public void scoreEach(int[] a, int[] b, int size, int[][] out) {
        for (int c = 0; c < COMPARISONS; c++) {
            for (int i = 0; i < size; i++) {
                out[c][i] = part(c, a[i], b[i], evidence.of(a[i], b[i]));
            }
        }
    }
}
