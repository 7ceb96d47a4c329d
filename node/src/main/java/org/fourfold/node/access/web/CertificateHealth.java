package org.fourfold.node.access.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;

/** How long the node's own certificate for the local network still holds, where it has one. */
public final class CertificateHealth implements HealthCheck {

    private static final Duration CAREFUL_BELOW = Duration.ofDays(30);
    private static final Duration ILL_BELOW = Duration.ofDays(7);

    private final Optional<NodeCertificate> certificate;
    private final InstantSource clock;

    public CertificateHealth(Optional<NodeCertificate> certificate, InstantSource clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        Text name = Text.of("access.health.certificate");
        return List.of(certificate
                .map(one -> holding(name, one.end()))
                .orElseGet(() -> Finding.well(name, Text.of("access.health.certificate.none"))));
    }

    private Finding holding(Text name, Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        Text detail = Text.of(
                "access.health.certificate.until",
                "day",
                end.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10));
        Text mend = Text.of("access.health.certificate.mend");
        if (left.compareTo(ILL_BELOW) < 0) {
            return Finding.ill(name, detail, mend);
        }
        return left.compareTo(CAREFUL_BELOW) < 0 ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }
}
