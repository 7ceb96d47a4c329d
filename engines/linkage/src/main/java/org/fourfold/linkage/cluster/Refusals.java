package org.fourfold.linkage.cluster;

import java.io.Serializable;
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
public record Refusals(Map<Refusal.Reason, Told> told) implements Serializable {

    /** Refusals of one reason that are told. */
    public static final int TOLD_MAX = 1_000;

    /**
     * One reason.
     *
     * @param edges pairs of records that asked and were refused; two clusters may have many
     * @param clusters pairs of clusters that were refused and stayed apart
     * @param first the first of these: of {@link Refusal.Reason#SIZE} the largest, of the others the strongest
     */
    public record Told(long edges, long clusters, List<Refusal> first) implements Serializable {

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

    /** The same where records have other numbers: {@code numbers[record]}, in the same order. */
    public Refusals in(int[] numbers) {
        Map<Refusal.Reason, Told> others = new EnumMap<>(Refusal.Reason.class);
        told.forEach((reason, each) -> others.put(
                reason,
                new Told(
                        each.edges(),
                        each.clusters(),
                        each.first().stream()
                                .map(refusal -> refusal.in(numbers))
                                .toList())));
        return new Refusals(others);
    }

    /**
     * What several runs over parts of the records refused, as one over all of them tells it: no component may be in two parts.
     *
     * @param parts by the numbers of the whole
     */
    public static Refusals together(List<Refusals> parts) {
        Map<Refusal.Reason, Told> told = new EnumMap<>(Refusal.Reason.class);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            long edges = 0;
            long clusters = 0;
            List<Refusal> first = new ArrayList<>();
            for (Refusals part : parts) {
                Told each = part.of(reason);
                edges += each.edges();
                clusters += each.clusters();
                first.addAll(each.first());
            }
            if (edges > 0) {
                told.put(
                        reason,
                        new Told(edges, clusters, told(reason, edges, first).first()));
            }
        }
        return new Refusals(told);
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
