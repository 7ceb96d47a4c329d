package org.fourfold.node.frame;

import java.util.ArrayList;
import java.util.List;

/** Gathers faults so that they are all told at once, up to a limit; counts the rest. */
public final class Problems {

    /** More faults than this are counted, not kept: nobody mends ten thousand lines one by one. */
    public static final int KEPT_MAX = 1_000;

    private final List<Problem> kept = new ArrayList<>();
    private long count;

    public void add(Problem problem) {
        count++;
        if (kept.size() < KEPT_MAX) {
            kept.add(problem);
        }
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(this::add);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** How many were added, kept or not. */
    public long count() {
        return count;
    }

    public List<Problem> kept() {
        return List.copyOf(kept);
    }

    /** Throws all faults as one {@link ProblemException} when there is any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ProblemException(kept());
        }
    }
}
