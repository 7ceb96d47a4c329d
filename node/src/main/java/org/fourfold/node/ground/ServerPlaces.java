package org.fourfold.node.ground;

import java.nio.file.Path;

/**
 * Where a PostgreSQL of our own keeps its things.
 *
 * @param folder the folder that holds the others; its working directory when it starts
 * @param programs where versions of its programs are unpacked
 * @param data its data directory
 * @param log what it says
 * @param password the superuser's password, of which only the launcher knows
 */
record ServerPlaces(Path folder, Path programs, Path data, Path log, Path password) {

    static ServerPlaces under(Path folder, Path programs) {
        return new ServerPlaces(
                folder,
                programs,
                folder.resolve("data"),
                folder.resolve("logs").resolve("postgresql.log"),
                folder.resolve("superuser"));
    }

    /** Where a new data directory is made before it gets its name: a data directory that exists is whole. */
    Path unfinishedData() {
        return folder.resolve("data-unfinished");
    }

    /** The copy of the password that initdb reads; it exists for that moment only. */
    Path passwordCopy() {
        return folder.resolve("superuser-for-initdb");
    }
}
