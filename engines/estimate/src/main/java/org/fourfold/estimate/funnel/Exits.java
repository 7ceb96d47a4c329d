package org.fourfold.estimate.funnel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.jspecify.annotations.Nullable;

/**
 * When and how each of many cases left a stage, or until when it is known to be there still.
 *
 * <p>Every kind of exit is in it: who wants a share asks {@link Shares}, which counts each, or {@link StillOpen}, which counts
 * them together. One kind cannot be taken out and the others called unknown, so the naive share cannot be made.
 */
public final class Exits {

    /** A case still there when it was last seen. */
    public static final int OPEN = 0;
    /** As many cases as one computation takes. */
    public static final int CASES_MAX = 20_000_000;
    /** As many kinds of exits as one computation takes. */
    public static final int KINDS_MAX = 16;

    private final List<String> kinds;
    /** When each was first under observation; null: from the beginning. */
    final double @Nullable [] entry;
    /** When each left or was last seen. */
    final double[] exit;
    /** 1 to the number of kinds, or {@link #OPEN}. */
    final int[] kind;

    private Exits(List<String> kinds, double @Nullable [] entry, double[] exit, int[] kind) {
        this.kinds = List.copyOf(kinds);
        this.entry = entry;
        this.exit = exit;
        this.kind = kind;
    }

    /**
     * Cases that were under observation from their beginning.
     *
     * @param kinds names of the ways to leave
     * @param exit when each left or was last seen, 0 or more, in any unit
     * @param kind how: 1 for the first of {@code kinds}; {@link #OPEN} for still there
     * @throws org.fourfold.estimate.run.RefusedException with all that is wrong with them
     */
    public static Exits of(List<String> kinds, double[] exit, int[] kind) {
        return checked(kinds, null, exit, kind);
    }

    /**
     * Cases that came under observation late: nobody would have known of them had they ended before (left truncation). A case
     * counts at {@code t} if it entered before {@code t} and had not left before it.
     *
     * @param entry from when each was under observation, before its exit
     */
    public static Exits of(List<String> kinds, double[] entry, double[] exit, int[] kind) {
        return checked(kinds, entry, exit, kind);
    }

    private static Exits checked(List<String> kinds, double @Nullable [] entry, double[] exit, int[] kind) {
        Problems problems = new Problems();
        checkKinds(kinds, problems);
        if (exit.length == 0) {
            problems.add(FunnelFault.NOBODY, "");
        }
        if (exit.length > CASES_MAX) {
            problems.add(FunnelFault.TOO_MANY_CASES, "", CASES_MAX);
        }
        if (kind.length != exit.length || (entry != null && entry.length != exit.length)) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", kind.length, exit.length);
            problems.refuse();
        }
        for (int i = 0; i < exit.length; i++) {
            checkCase(kinds.size(), entry == null ? Double.NEGATIVE_INFINITY : entry[i], exit[i], kind[i], i, problems);
        }
        problems.refuse();
        return new Exits(kinds, entry == null ? null : entry.clone(), exit.clone(), kind.clone());
    }

    private static void checkKinds(List<String> kinds, Problems problems) {
        if (kinds.isEmpty() || kinds.size() > KINDS_MAX) {
            problems.add(FunnelFault.TOO_MANY_STATES, "", kinds.size(), KINDS_MAX);
        }
        HashSet<String> seen = new HashSet<>();
        for (String name : kinds) {
            if (!seen.add(name)) {
                problems.add(FunnelFault.STATE_TWICE, "", name);
            }
        }
    }

    private static void checkCase(int kinds, double entry, double exit, int kind, int at, Problems problems) {
        if (!(exit >= 0 && exit < Double.POSITIVE_INFINITY)) {
            problems.add(FunnelFault.TIME_OUT_OF_RANGE, String.valueOf(at + 1), exit);
        } else if (!(entry < exit)) {
            problems.add(FunnelFault.ENTRY_AFTER_EXIT, String.valueOf(at + 1), entry, exit);
        }
        if (kind < OPEN || kind > kinds) {
            problems.add(FunnelFault.UNKNOWN_STATE, String.valueOf(at + 1), kind);
        }
    }

    public List<String> kinds() {
        return kinds;
    }

    public int cases() {
        return exit.length;
    }

    /** Whether some came under observation late. */
    public boolean isTruncated() {
        return entry != null;
    }

    /** How many left in this way, 1 for the first; {@link #OPEN} for how many are still there. */
    public int left(int how) {
        int sum = 0;
        for (int one : kind) {
            sum += one == how ? 1 : 0;
        }
        return sum;
    }

    /** The cases of one group alone. */
    public Exits of(int[] group, int wanted) {
        int[] chosen =
                IntStream.range(0, exit.length).filter(i -> group[i] == wanted).toArray();
        double[] late = entry;
        return new Exits(
                kinds,
                late == null
                        ? null
                        : Arrays.stream(chosen).mapToDouble(i -> late[i]).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> exit[i]).toArray(),
                Arrays.stream(chosen).map(i -> kind[i]).toArray());
    }

    /** What the cases say, for the digest of a result. */
    public void into(DataDigest digest) {
        kinds.forEach(digest::text);
        digest.numbers(entry == null ? new double[0] : entry).numbers(exit);
        for (int one : kind) {
            digest.whole(one);
        }
    }
}
