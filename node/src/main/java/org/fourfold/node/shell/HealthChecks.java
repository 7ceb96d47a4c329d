package org.fourfold.node.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Every check of the node together: the one set behind the health page, "Is everything all right?", the desk and {@code
 * doctor}. Threads: safe.
 */
public final class HealthChecks {

    /** How old findings may be where a page only hints at them: a check writes to the disk and asks the database. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private record Seen(Instant at, List<HealthCheck.Finding> findings) {}

    private final List<HealthCheck> checks;
    private final InstantSource clock;
    private volatile Seen seen = new Seen(Instant.MIN, List.of());

    public HealthChecks(List<HealthCheck> checks, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** Looks now; in the order of the keys of their names. */
    public List<HealthCheck.Finding> look() {
        List<HealthCheck.Finding> findings = checks.stream()
                .flatMap(check -> check.check().stream())
                .sorted(Comparator.comparing(finding -> finding.name().key()))
                .toList();
        seen = new Seen(clock.instant(), findings);
        return findings;
    }

    /** What was found within the last minute. */
    public List<HealthCheck.Finding> recent() {
        Seen last = seen;
        Instant now = clock.instant();
        boolean fresh = !last.at().isAfter(now) && last.at().isAfter(now.minus(RECENT));
        return fresh ? last.findings() : look();
    }
}
