package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * What one person less would change: the model chosen and fitted anew without one case, once for each history that somebody has. All
 * cases of a history are alike, so this is the whole jackknife.
 *
 * @param withoutEstimate how many of the histories, with a case less, leave no model with an estimate
 */
public record LeaveOneOut(double lowest, double highest, int withoutEstimate, List<Left> all) {

    /**
     * One case less.
     *
     * @param history whose case is missing, as a mask
     * @param cases how many have that history in the table: a small count may point at a person
     * @param population the estimate without it; infinite where there is none
     */
    public record Left(int history, int cases, double population) {}

    public LeaveOneOut {
        all = List.copyOf(all);
    }

    static LeaveOneOut of(Run run, int[] counts, Supplier<Chooser> chooser) {
        int[] observed = java.util.stream.IntStream.range(1, counts.length)
                .filter(h -> counts[h] > 0)
                .toArray();
        double[] found = new double[observed.length];
        Workers.each(run, "leave-one-out", observed.length, chooser, (desk, i) -> {
            int[] fewer = counts.clone();
            fewer[observed[i]]--;
            found[i] = desk.choose(fewer) ? desk.population() : Double.POSITIVE_INFINITY;
        });
        List<Left> all = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            all.add(new Left(observed[i], counts[observed[i]], found[i]));
        }
        double[] finite = Arrays.stream(found).filter(Double::isFinite).sorted().toArray();
        return new LeaveOneOut(
                finite.length == 0 ? Double.POSITIVE_INFINITY : finite[0],
                finite.length == 0 ? Double.POSITIVE_INFINITY : finite[finite.length - 1],
                found.length - finite.length,
                all);
    }

    double acceleration() {
        return Bca.acceleration(
                all.stream().mapToDouble(Left::population).toArray(),
                all.stream().mapToInt(Left::cases).toArray());
    }
}
