package org.fourfold.linkage.evaluate;

/** What must hold of a share: a finite number in [0, 1]. */
final class Shares {

    private Shares() {}

    static void require(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is " + share + ": a share lies between 0 and 1");
        }
    }

    /** A quotient of sums that may overstep 1 in the last digit. */
    static double of(double part, double whole) {
        return whole == 0 ? 0 : Math.clamp(part / whole, 0.0, 1.0);
    }
}
