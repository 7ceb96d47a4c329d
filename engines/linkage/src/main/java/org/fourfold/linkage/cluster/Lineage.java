package org.fourfold.linkage.cluster;

import java.util.Comparator;
import java.util.Locale;

/**
 * What became of a cluster from one run to the next.
 *
 * @param event what
 * @param cluster the id it happened to
 * @param other the id that it split from or merged into; else empty
 * @param before records of {@code cluster} in the run before, 0 if it is new
 * @param after records of {@code cluster} in this run, 0 if it is no more
 * @param shared records that both of what is compared have: the cluster before and now, or {@code other} then and {@code cluster}
 *     now (split), or {@code cluster} then and {@code other} now (merged)
 */
public record Lineage(Event event, String cluster, String other, int before, int after, int shared)
        implements Comparable<Lineage> {

    private static final Comparator<Lineage> ORDER =
            Comparator.comparing(Lineage::cluster).thenComparing(Lineage::event).thenComparing(Lineage::other);

    /** What may become of a cluster. */
    public enum Event {
        /** None of its records was there before. */
        NEW,
        /** The same records under the same id. */
        KEPT,
        /** Records came to it. */
        GREW,
        /** Records left it. */
        SHRANK,
        /** Some of its records were in another cluster before, most of which is elsewhere now. */
        SPLIT_FROM,
        /** Most of its records are in a cluster with another id now: this id is no more. */
        MERGED_INTO,
        /** None of its records is there any more. */
        GONE;

        /** As it stands in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** By id, then by event. */
    @Override
    public int compareTo(Lineage that) {
        return ORDER.compare(this, that);
    }
}
