package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.loglinear.Ranking.Tried;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;

/**
 * The way down from a model to one that no interaction more or less makes better by Schwarz's criterion: each step goes to the best
 * hierarchical neighbour. It may end where a better model is further off, so it is begun from other models too.
 */
final class Downhill {

    private static final int PART = 3;

    private final PoissonFit fit;
    private final int[] interactions;
    private final Map<Interactions, Tried> tried = new HashMap<>();

    /** @param order of how many lists an interaction may be */
    Downhill(int lists, int order, int[] counts) {
        fit = new PoissonFit(lists);
        fit.data.set(counts);
        interactions = Interactions.all(lists, order).raw();
    }

    /** All models met on the way from independent lists and from {@code restarts} models that chance names. */
    static List<Tried> search(int lists, int order, int[] counts, int restarts, Run run) {
        Downhill downhill = new Downhill(lists, order, counts);
        Tried _ = downhill.from(Interactions.NONE);
        for (int restart = 0; restart < restarts; restart++) {
            run.goOn();
            run.listener().at("search", restart, restarts);
            Tried _ = downhill.from(downhill.any(Chance.stream(run.seed(), PART, restart)));
        }
        return new ArrayList<>(downhill.tried.values());
    }

    /** The end of the way down from a model. */
    Tried from(Interactions start) {
        Tried here = look(start);
        while (true) {
            Tried best = here;
            for (int mask : interactions) {
                if (here.model().has(mask) ? isLargest(here.model(), mask) : isSupported(here.model(), mask)) {
                    Tried other = look(
                            here.model().has(mask)
                                    ? here.model().without(mask)
                                    : here.model().with(mask));
                    best = other.bic() < best.bic() - 1e-9 ? other : best;
                }
            }
            if (best.equals(here)) {
                return here;
            }
            here = best;
        }
    }

    private Tried look(Interactions model) {
        return tried.computeIfAbsent(model, m -> Tried.of(fit, m));
    }

    /** A hierarchical model of any size. */
    private Interactions any(RandomGenerator chance) {
        double share = chance.nextDouble();
        Interactions model = Interactions.NONE;
        for (int mask : interactions) {
            if (isSupported(model, mask) && chance.nextDouble() < share) {
                model = model.with(mask);
            }
        }
        return model;
    }

    private static boolean isLargest(Interactions model, int mask) {
        for (int other : model.raw()) {
            if (other != mask && (other & mask) == mask) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSupported(Interactions model, int mask) {
        if (Integer.bitCount(mask) > 2) {
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                if (!model.has(mask & ~Integer.lowestOneBit(rest))) {
                    return false;
                }
            }
        }
        return true;
    }
}
