package org.fourfold.node.trust.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SheetSeen;

/** The organisation's keys: open or not, how old the epoch is, and whether the recovery sheet was ever seen. */
public final class KeyHealth implements HealthCheck {

    /** An epoch turns by itself when it is due and the node is unlocked; one this old was never unlocked in time. */
    private static final Duration EPOCH_AGE_MAX = Keyring.EPOCH.plus(Duration.ofDays(15));

    /** A sheet that nobody looked for in more than a year may have been thrown away. */
    private static final Duration SHEET_AGE_MAX = Duration.ofDays(400);

    private final Keyring keyring;
    private final SheetSeen sheet;
    private final boolean demonstration;
    private final InstantSource clock;

    public KeyHealth(Keyring keyring, SheetSeen sheet, boolean demonstration, InstantSource clock) {
        this.keyring = keyring;
        this.sheet = sheet;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        findings.add(keys());
        epoch().ifPresent(findings::add);
        if (!demonstration && keyring.isInitialised()) {
            findings.add(sheet());
        }
        return findings;
    }

    private Finding keys() {
        Text name = Text.of("trust.health.keys");
        return keyring.isUnlocked()
                ? Finding.well(name, Text.of("trust.health.keys.open"))
                : Finding.careful(name, Text.of("trust.health.keys.locked"), Text.of("trust.health.keys.mend"));
    }

    /** A locked node does not know. */
    private Optional<Finding> epoch() {
        Instant started;
        try {
            started = keyring.epochStarted();
        } catch (LockedException locked) {
            return Optional.empty();
        }
        Duration age = Duration.between(started, clock.instant());
        Text name = Text.of("trust.health.keys-epoch");
        Text detail = Text.of("trust.health.days-old", "days", Math.max(0, age.toDays()));
        return Optional.of(
                age.compareTo(EPOCH_AGE_MAX) > 0
                        ? Finding.careful(name, detail, Text.of("trust.health.keys-epoch.mend"))
                        : Finding.well(name, detail));
    }

    private Finding sheet() {
        Text name = Text.of("trust.health.keys-sheet");
        Text mend = Text.of("trust.health.keys-sheet.mend");
        Optional<Instant> seen = sheet.last();
        if (seen.isEmpty()) {
            return Finding.careful(name, Text.of("trust.health.keys-sheet.unknown"), mend);
        }
        Duration age = Duration.between(seen.get(), clock.instant());
        Text detail = Text.of("trust.health.keys-sheet.seen", "days", Math.max(0, age.toDays()));
        return age.compareTo(SHEET_AGE_MAX) > 0 ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }
}
