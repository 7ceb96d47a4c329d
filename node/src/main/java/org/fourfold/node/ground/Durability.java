package org.fourfold.node.ground;

import java.util.List;

/** Whether a server's data are to last. */
enum Durability {
    /** What was acknowledged is on the disk. */
    KEPT,

    /** Tests: thrown away at the end, so never flushed. */
    THROWN_AWAY;

    /** Five pools of 8, the owner, the backup, the lock, a restore, and some room. */
    private static final int CONNECTIONS_MAX = 60;

    private static final int CONNECTIONS_OF_TESTS_MAX = 200;

    /** The settings of PostgreSQL that follow. */
    List<String> settings() {
        return switch (this) {
            case KEPT ->
                List.of(
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=" + CONNECTIONS_MAX,
                        "max_wal_size=256MB",
                        "min_wal_size=80MB",
                        // A segment of the log that is used again holds what was erased until it is written over.
                        "wal_recycle=off");
            case THROWN_AWAY ->
                List.of(
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off",
                        "max_connections=" + CONNECTIONS_OF_TESTS_MAX,
                        "max_wal_size=1GB",
                        "autovacuum=off");
        };
    }
}
