package org.fourfold.estimate.run;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong, not the first thing found: gathered while data are read and checked, told together. */
public final class Problems {

    /** How many of one fault are kept: the rest are the same again. */
    public static final int KEPT_OF_ONE = 20;

    private final List<Problem> found = new ArrayList<>();

    public void add(Fault fault, String place, Object... details) {
        if (found.stream().filter(p -> p.fault().equals(fault)).count() < KEPT_OF_ONE) {
            found.add(Problem.of(fault, place, details));
        }
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** Throws {@link RefusedException} with all that was found, if any of it forbids an answer. */
    public void refuse() {
        if (found.stream().anyMatch(p -> p.fault().refuses())) {
            throw new RefusedException(found);
        }
    }
}
