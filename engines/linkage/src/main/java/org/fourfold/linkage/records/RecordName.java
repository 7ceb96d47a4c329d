package org.fourfold.linkage.records;

import java.util.Comparator;

/**
 * What a record is called for good, in whatever row it stands. Names are in the order of their source, then of their id.
 *
 * @param source who wrote it, the table's name where the table does not say; may be empty
 * @param id as the source calls it
 */
public record RecordName(String source, String id) implements Comparable<RecordName> {

    private static final Comparator<RecordName> ORDER =
            Comparator.comparing(RecordName::source).thenComparing(RecordName::id);

    /** The name of a record. */
    public static RecordName of(Records records, int record) {
        return new RecordName(records.sources().get(records.source()[record]), records.idOf(record));
    }

    @Override
    public int compareTo(RecordName other) {
        return ORDER.compare(this, other);
    }
}
