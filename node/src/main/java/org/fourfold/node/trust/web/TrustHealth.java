package org.fourfold.node.trust.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Backups;
import org.fourfold.node.trust.DiskEncryption;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.RecordStatus;
import org.fourfold.node.trust.Trust;
import org.springframework.dao.DataAccessException;

/** The record, the keys, the disk's encryption and the backups, for the health page and {@code doctor}. */
public final class TrustHealth implements HealthCheck {

    /** A backup older than this loses more than a day of work. */
    private static final Duration BACKUP_AGE_MAX = Duration.ofHours(26);

    /** A restore not tried for this long is a hope, not a backup. */
    private static final Duration RESTORE_AGE_MAX = Duration.ofDays(100);

    /** More than the sequencer clears in a few seconds. */
    private static final long PENDING_MAX = 10_000;

    private final Trust trust;
    private final Keyring keyring;
    private final Backups backups;
    private final DiskEncryption disk;
    private final InstantSource clock;

    public TrustHealth(Trust trust, Keyring keyring, Backups backups, DiskEncryption disk, InstantSource clock) {
        this.trust = trust;
        this.keyring = keyring;
        this.backups = backups;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        Backups.State state = backups.state();
        return List.of(
                record(),
                keys(),
                encryption("home", disk.home()),
                encryption("swap", disk.swap()),
                age("backup", state.lastBackup(), BACKUP_AGE_MAX),
                age("restore", state.lastRestoreTried(), RESTORE_AGE_MAX));
    }

    private Finding record() {
        Text name = Text.of("trust.health.record");
        try {
            RecordStatus status = trust.status();
            Text detail = Text.of("trust.health.record.pending", "count", status.pending());
            return status.pending() > PENDING_MAX
                    ? Finding.ill(name, detail, Text.of("trust.health.record.mend"))
                    : Finding.well(name, detail);
        } catch (DataAccessException e) {
            return Finding.ill(name, Text.of("trust.health.record.away"), Text.of("trust.health.record.mend"));
        }
    }

    private Finding keys() {
        Text name = Text.of("trust.health.keys");
        return keyring.isUnlocked()
                ? Finding.well(name, Text.of("trust.health.keys.open"))
                : Finding.careful(name, Text.of("trust.health.keys.locked"), Text.of("trust.health.keys.mend"));
    }

    private static Finding encryption(String what, DiskEncryption.State state) {
        Text name = Text.of("trust.health." + what);
        Text detail = Text.of(
                "trust.health.disk." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return switch (state) {
            case ENCRYPTED, NONE -> Finding.well(name, detail);
            case UNKNOWN, NOT_ENCRYPTED -> Finding.careful(name, detail, Text.of("trust.health." + what + ".mend"));
        };
    }

    private Finding age(String what, Optional<Instant> last, Duration most) {
        Text name = Text.of("trust.health." + what);
        Text mend = Text.of("trust.health." + what + ".mend");
        if (last.isEmpty()) {
            return Finding.careful(name, Text.of("trust.health.never"), mend);
        }
        Duration age = Duration.between(last.get(), clock.instant());
        Text detail = Text.of("trust.health.hours-ago", "hours", age.toHours());
        return age.compareTo(most) > 0 ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }
}
