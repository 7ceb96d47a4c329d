package org.fourfold.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.web.CertificateHealth;
import org.fourfold.node.ground.Home;
import org.fourfold.node.shell.HealthCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateHealthTest {

    private static final Instant MADE = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCertificateIsToldBeforeDevicesRefuseIt() throws Exception {
        Home home = new Home(folder);
        Files.createDirectories(home.keys());
        NodeCertificate certificate =
                NodeCertificate.open(home, Set.of("localhost", "192.0.2.7"), MADE, new SecureRandom());
        assertThat(state(certificate, MADE)).isEqualTo(State.WELL);
        assertThat(state(certificate, certificate.end().minus(Duration.ofDays(29))))
                .isEqualTo(State.CAREFUL);
        assertThat(state(certificate, certificate.end().minus(Duration.ofDays(6))))
                .isEqualTo(State.ILL);
        assertThat(new CertificateHealth(Optional.empty(), () -> MADE).check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.WELL));
    }

    private static State state(NodeCertificate certificate, Instant now) {
        return new CertificateHealth(Optional.of(certificate), () -> now)
                .check()
                .getFirst()
                .state();
    }
}
