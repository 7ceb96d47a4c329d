package org.fourfold.node.trust.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.WitnessStanding;
import org.fourfold.node.trust.Witnesses;
import org.springframework.dao.DataAccessException;

/** Whether anybody outside vouches for the record, who has fallen silent, and whether another story was found. */
public final class WitnessHealth implements HealthCheck {

    private static final Text NAME = Text.of("trust.health.witnesses");

    private final Witnesses witnesses;
    private final InstantSource clock;

    public WitnessHealth(Witnesses witnesses, InstantSource clock) {
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        try {
            return List.of(finding(witnesses.standing(), clock.instant()));
        } catch (DataAccessException away) {
            // The database's own finding says so.
            return List.of();
        }
    }

    private static Finding finding(List<WitnessStanding> all, Instant now) {
        List<WitnessStanding> forks =
                all.stream().filter(one -> !one.forks().isEmpty()).toList();
        if (!forks.isEmpty()) {
            return Finding.ill(
                    NAME,
                    Text.of("trust.health.witnesses.forked", "who", names(forks)),
                    Text.of("trust.health.witnesses.forked-mend"));
        }
        if (all.isEmpty()) {
            return Finding.careful(
                    NAME, Text.of("trust.health.witnesses.none"), Text.of("trust.health.witnesses.none-mend"));
        }
        List<WitnessStanding> silent =
                all.stream().filter(one -> one.isSilent(now)).toList();
        if (!silent.isEmpty()) {
            return Finding.ill(
                    NAME,
                    Text.of("trust.health.witnesses.silent", "who", names(silent)),
                    Text.of("trust.health.witnesses.silent-mend"));
        }
        long size = all.stream()
                .flatMap(one -> one.vouched().stream())
                .mapToLong(WitnessStanding.Vouched::size)
                .max()
                .orElse(0);
        return Finding.well(
                NAME,
                Text.of("trust.health.witnesses.well", "count", all.size()).with("size", size));
    }

    private static String names(List<WitnessStanding> some) {
        return some.stream().map(WitnessStanding::name).collect(Collectors.joining(", "));
    }
}
