package org.fourfold.linkage.cluster;

import java.util.Comparator;
import org.fourfold.linkage.records.Records;

/**
 * What a record is called for good, in whatever row it stands.
 *
 * @param source who wrote it; may be empty
 * @param id its id there; not empty
 */
public record RecordName(String source, String id) implements Comparable<RecordName> {

    /** Letters of a source and of an id. */
    public static final int LETTERS_MAX = 500;

    private static final Comparator<RecordName> ORDER =
            Comparator.comparing(RecordName::source).thenComparing(RecordName::id);

    /** Checks that there is an id and that neither is too long. */
    public RecordName {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a record without an id: write the id that its source gave it");
        }
        if (id.length() > LETTERS_MAX || source.length() > LETTERS_MAX) {
            throw new IllegalArgumentException("a source or an id is longer than " + LETTERS_MAX + " letters");
        }
    }

    /** The name of a record. */
    public static RecordName of(Records records, int record) {
        return new RecordName(records.sources().get(records.source()[record]), records.idOf(record));
    }

    @Override
    public int compareTo(RecordName other) {
        return ORDER.compare(this, other);
    }
}
