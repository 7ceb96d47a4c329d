package org.fourfold.node.trust.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Cleared;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Clearing;
import org.springframework.dao.DataAccessException;

/** Whether what was erased is gone from PostgreSQL's own files too. */
public final class ErasureHealth implements HealthCheck {

    /** A backup of a large house is written within this. */
    private static final Duration WAITING_MAX = Duration.ofMinutes(30);

    private final Clearing clearing;
    private final boolean ownServer;

    public ErasureHealth(Clearing clearing, boolean ownServer) {
        this.clearing = clearing;
        this.ownServer = ownServer;
    }

    @Override
    public List<Finding> check() {
        Clearing.State state;
        try {
            state = clearing.state();
        } catch (DataAccessException | ProblemException away) {
            // The database's own finding says so.
            return List.of();
        }
        Text name = Text.of("trust.health.erasure");
        Optional<Duration> oldest = state.oldest();
        if (oldest.isPresent() && oldest.get().compareTo(WAITING_MAX) > 0) {
            return List.of(Finding.careful(
                    name,
                    Text.of(
                            "trust.health.erasure.waits",
                            "minutes",
                            oldest.get().toMinutes()),
                    Text.of("trust.health.erasure.mend")));
        }
        if (!ownServer || state.last().equals(Optional.of(Cleared.BUT_LOG))) {
            return List.of(Finding.careful(
                    name, Text.of("trust.health.erasure.log"), Text.of("trust.health.erasure.log-mend")));
        }
        return List.of(Finding.well(
                name, Text.of(oldest.isPresent() ? "trust.health.erasure.soon" : "trust.health.erasure.well")));
    }
}
