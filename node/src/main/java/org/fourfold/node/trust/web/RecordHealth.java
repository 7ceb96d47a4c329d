package org.fourfold.node.trust.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.CheckResult;
import org.fourfold.node.trust.Glance;
import org.fourfold.node.trust.Integrity;
import org.fourfold.node.trust.Sequencer;
import org.springframework.dao.DataAccessException;

/** Whether what is recorded is signed in time, whether what was signed still stands, and when somebody last made sure. */
public final class RecordHealth implements HealthCheck {

    /** The beat is less than a second; after so long something hinders it. */
    private static final Duration UNSIGNED_MAX = Duration.ofMinutes(10);

    /** Once a month, as the epoch. */
    private static final Duration CHECK_AGE_MAX = Duration.ofDays(35);

    private final Integrity integrity;
    private final Sequencer sequencer;
    private final InstantSource clock;

    public RecordHealth(Integrity integrity, Sequencer sequencer, InstantSource clock) {
        this.integrity = integrity;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        Glance glance;
        try {
            glance = integrity.standing();
        } catch (DataAccessException | ProblemException away) {
            // The database's own finding says so.
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(List.of(signed(glance), whole(glance), checked(glance)));
        glance.log().flatMap(Glance.Log::lastAt).flatMap(this::clock).ifPresent(findings::add);
        return findings;
    }

    /** Told only where it was set back. */
    private Optional<Finding> clock(Instant lastAt) {
        Duration behind = Duration.between(clock.instant(), lastAt);
        return behind.compareTo(Sequencer.CLOCK_TOLERANCE) <= 0
                ? Optional.empty()
                : Optional.of(Finding.ill(
                        Text.of("trust.health.record-clock"),
                        Text.of("trust.health.record-clock.back", "minutes", behind.toMinutes()),
                        Text.of("trust.health.record-clock.mend")));
    }

    private Finding signed(Glance glance) {
        Text name = Text.of("trust.health.record-signed");
        if (!glance.faults().isEmpty()) {
            return Finding.ill(
                    name,
                    Text.of("trust.health.record-signed.damaged"),
                    Text.of("trust.health.record-signed.damaged-mend"));
        }
        Optional<Problem> hindered = sequencer.fault();
        if (hindered.isPresent()) {
            return hindered(name, hindered.get());
        }
        Optional<Instant> oldest = glance.oldestUnsigned();
        boolean late =
                oldest.map(since -> age(since).compareTo(UNSIGNED_MAX) > 0).orElse(false);
        Text detail = glance.log()
                .map(log -> Text.of("trust.health.record-signed.to", "size", log.size()))
                .orElseGet(() -> Text.of("trust.health.record-signed.none"));
        if (!late) {
            return Finding.well(name, detail);
        }
        Text waits = Text.of("trust.health.record-signed.waits", "count", glance.unsigned())
                .with("minutes", oldest.map(since -> age(since).toMinutes()).orElse(0L));
        return glance.unlocked()
                ? Finding.ill(name, waits, Text.of("trust.health.record-signed.mend"))
                : Finding.careful(name, waits, Text.of("trust.health.record-signed.unlock"));
    }

    /** At once, not after minutes: what waits for its signature is meanwhile as safe as the database, and no safer. */
    private static Finding hindered(Text name, Problem problem) {
        Text detail = new Text(problem.code() + ".fault", Map.copyOf(problem.details()));
        boolean isTheDisk = problem.code().startsWith("ground.");
        return Finding.ill(
                name, detail, Text.of(isTheDisk ? "trust.health.record-signed.disk-mend" : problem.code() + ".mend"));
    }

    private static Finding whole(Glance glance) {
        Text name = Text.of("trust.health.record-whole");
        Optional<CheckResult.Fault> fault = glance.lastCheck().flatMap(CheckResult::fault);
        return fault.map(found -> Finding.ill(
                        name,
                        Text.of("trust.health.record-whole.fault", "place", found.place()),
                        Text.of("trust.health.record-whole.mend")))
                .orElseGet(() -> Finding.well(name, Text.of("trust.health.record-whole.well")));
    }

    private Finding checked(Glance glance) {
        Text name = Text.of("trust.health.record-checked");
        Text mend = Text.of("trust.health.record-checked.mend");
        if (glance.lastCheck().isEmpty()) {
            return Finding.careful(name, Text.of("trust.health.never"), mend);
        }
        Duration age = age(glance.lastCheck().get().at());
        Text detail = Text.of("trust.health.days-ago", "days", Math.max(0, age.toDays()));
        return age.compareTo(CHECK_AGE_MAX) > 0 ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }
}
