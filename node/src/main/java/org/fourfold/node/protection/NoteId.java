package org.fourfold.node.protection;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** A note of a file, through all its revisions. */
public record NoteId(UUID value) {

    public NoteId {
        Objects.requireNonNull(value, "value");
    }

    public static NoteId random(RandomGenerator random) {
        return new NoteId(RandomIds.uuid(random));
    }

    /** Throws IllegalArgumentException for what is no identifier. */
    public static NoteId parse(String text) {
        return new NoteId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
