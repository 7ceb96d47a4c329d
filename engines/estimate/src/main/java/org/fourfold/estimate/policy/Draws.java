package org.fourfold.estimate.policy;

import java.util.random.RandomGenerator;

/** Draws that the JDK does not have. */
final class Draws {

    private Draws() {}

    /** A gamma variable of scale 1 (Marsaglia, Tsang 2000), {@code shape} from 1. */
    static double gamma(RandomGenerator random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = 1 + c * z;
            v = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * z * z + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
