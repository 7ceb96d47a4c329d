package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was not joined although pairs of records asked for it.
 *
 * @param told per reason what there is of it
 */
public record Refusals(Map<Refusal.Reason, Told> told) {

    /** Refusals of one reason that are told. */
    public static final int TOLD_MAX = 1_000;

    /**
     * One reason.
     *
     * @param edges pairs of records that asked and were refused; two clusters may have many
     * @param clusters pairs of clusters that were refused and stayed apart
     * @param first the first of these: of {@link Refusal.Reason#SIZE} the largest, of the others the strongest
     */
    public record Told(long edges, long clusters, List<Refusal> first) {

        static final Told NOTHING = new Told(0, 0, List.of());

        /** Keeps a copy. */
        public Told {
            first = List.copyOf(first);
        }
    }

    /** Keeps a copy, in order. */
    public Refusals {
        EnumMap<Refusal.Reason, Told> ordered = new EnumMap<>(Refusal.Reason.class);
        ordered.putAll(told);
        told = java.util.Collections.unmodifiableMap(ordered);
    }

    public Told of(Refusal.Reason reason) {
        return told.getOrDefault(reason, Told.NOTHING);
    }

    /** What a person may join and no machine does, the strongest first. */
    public List<Refusal> proposals() {
        return of(Refusal.Reason.ROLES).first();
    }

    /** Joins the guard against giants refused, the largest first. */
    public List<Refusal> largest() {
        return of(Refusal.Reason.SIZE).first();
    }

    static Told told(Refusal.Reason reason, long edges, List<Refusal> refused) {
        Comparator<Refusal> strongest = Comparator.comparingInt(Refusal::evidence)
                .reversed()
                .thenComparingInt(Refusal::a)
                .thenComparingInt(Refusal::b);
        Comparator<Refusal> order = reason == Refusal.Reason.SIZE
                ? Comparator.comparingLong(Refusal::pairs).reversed().thenComparing(strongest)
                : strongest;
        List<Refusal> sorted = new ArrayList<>(refused);
        sorted.sort(order);
        return new Told(edges, refused.size(), sorted.subList(0, Math.min(TOLD_MAX, sorted.size())));
    }
}
