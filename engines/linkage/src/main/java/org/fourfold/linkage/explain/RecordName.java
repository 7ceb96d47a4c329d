package org.fourfold.linkage.explain;

/**
 * Which record: ids may be used again by another source.
 *
 * @param source who wrote it; empty if nobody says
 */
public record RecordName(String source, String id) implements Comparable<RecordName> {

    @Override
    public int compareTo(RecordName other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
