package org.fourfold.estimate.policy;

import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;

/**
 * The same model where nothing happened.
 *
 * @param each by its date or place
 * @param asStrong how many are as many errors from nought as the policy's own level
 * @param p (1 + asStrong) / (1 + all): placebo dates are neighbours, so it is a sign and no exact test
 */
public record Placebos(List<Placebo> each, int asStrong, double p) {

    /** A level where nothing happened. */
    public record Placebo(String name, Coefficient level) {}

    public Placebos {
        each = List.copyOf(each);
    }

    static Placebos of(List<Placebo> each, Coefficient own) {
        int strong = (int) each.stream()
                .filter(e -> Math.abs(e.level().z()) >= Math.abs(own.z()))
                .count();
        return new Placebos(each, strong, (1.0 + strong) / (1 + each.size()));
    }
}
