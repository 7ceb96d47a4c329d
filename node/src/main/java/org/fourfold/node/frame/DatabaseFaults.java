package org.fourfold.node.frame;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which faults of PostgreSQL are the machine's, not the program's, and can be mended by a person. */
final class DatabaseFaults {

    private static final int CAUSES_MAX = 10;

    private DatabaseFaults() {}

    /** The fault behind a failure, by its SQLSTATE; empty when it is none of the machine's. */
    static Optional<ProblemException> find(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Optional<ProblemException> told = told(sql);
                if (told.isPresent()) {
                    told.get().addSuppressed(failure);
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> told(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals("53100")) {
            return Optional.of(new NoRoomException());
        }
        // 08: the connection broke; 57P: the server stops, starts or recovers; a pool that got none tells its own kind.
        boolean away = state.startsWith("08")
                || state.startsWith("57P0")
                || failure instanceof java.sql.SQLTransientConnectionException;
        return away ? Optional.of(new ProblemException(Problem.of("frame.database-away"))) : Optional.empty();
    }
}
