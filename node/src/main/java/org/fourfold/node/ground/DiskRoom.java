package org.fourfold.node.ground;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Whether the disk under PostgreSQL has room for what members write. Asked before each transaction of theirs, so that they are
 * refused while PostgreSQL can still go on: a write-ahead log that finds no room stops the whole server, and nobody could
 * read in an emergency.
 */
final class DiskRoom implements BooleanSupplier {

    /** Two segments of the write-ahead log and what housekeeping writes meanwhile; below {@link Storage#FREE_BYTES_MIN}. */
    static final long FREE_BYTES_MIN = 40L * 1024 * 1024;

    private final java.io.File data;

    DiskRoom(Path data) {
        this.data = data.toFile();
    }

    @Override
    public boolean getAsBoolean() {
        return data.getUsableSpace() >= FREE_BYTES_MIN;
    }
}
