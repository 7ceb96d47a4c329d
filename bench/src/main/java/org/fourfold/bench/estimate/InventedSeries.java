package org.fourfold.bench.estimate;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.Policy;
import org.fourfold.estimate.policy.PolicyQuestion;
import org.fourfold.estimate.policy.SegmentedOptions;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Source;
import org.fourfold.estimate.policy.Step;

/** Series whose truth is known. */
final class InventedSeries {

    static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    static final Policy POLICY = new Policy("policy", LocalDate.of(2018, 1, 1));

    private InventedSeries() {}

    /** One source, the season in two pairs. */
    static PolicyQuestion question(Series series, CountModel model, List<LocalDate> placebos) {
        return new PolicyQuestion(
                POLICY,
                List.of(new Source("origin", series)),
                List.of(),
                placebos,
                new SegmentedOptions(model, 2, false, OptionalInt.empty()),
                0.95,
                0.2);
    }

    /** Eight years of months that fall to 0.8 at the policy; {@code shocks}: standard deviation of one of which half lasts. */
    static Series drawn(RandomGenerator random, String name, double rate, double shocks) {
        double[] counts = new double[96];
        double shock = 0;
        for (int t = 0; t < counts.length; t++) {
            shock = 0.5 * shock + shocks * random.nextGaussian();
            double log = 0.002 * t + 0.15 * Math.sin(t * Math.PI / 6) + shock;
            counts[t] = poisson(random, rate * Math.exp(log) * (t >= 48 ? 0.8 : 1));
        }
        return Series.of(name, Step.MONTH, FIRST, counts, new double[0]);
    }

    /** By products: for means of some hundreds. */
    static double poisson(RandomGenerator random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
