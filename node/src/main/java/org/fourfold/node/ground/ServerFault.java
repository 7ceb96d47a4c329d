package org.fourfold.node.ground;

import java.util.Locale;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Reads from what PostgreSQL's programs say (always in English, {@code lc_messages=C}) which fault a person must mend. */
final class ServerFault {

    private ServerFault() {}

    static ProblemException problem(String said, ServerPlaces places) {
        String text = said.toLowerCase(Locale.ROOT);
        if (text.contains("no space left on device") || text.contains("disk quota")) {
            return new ProblemException(StorageFault.told("ground.disk-full", places.folder()));
        }
        if (text.contains("read-only file system")) {
            return new ProblemException(StorageFault.told("ground.disk-read-only", places.folder()));
        }
        if (text.contains("setpriv:")) {
            return new ProblemException(Problem.of("ground.account-refused").with("account", PostgresAccount.NAME));
        }
        if (text.contains("permission denied")) {
            return new ProblemException(StorageFault.told("ground.not-reachable", places.folder()));
        }
        return new ProblemException(StorageFault.told("ground.server-failed", places.log()));
    }

    /** Whether another server holds the data directory. */
    static boolean isDataTaken(String said) {
        return said.contains("lock file \"postmaster.pid\" already exists")
                || said.contains("pre-existing shared memory block");
    }

    static boolean isPortTaken(String said) {
        return said.toLowerCase(Locale.ROOT).contains("address already in use");
    }
}
