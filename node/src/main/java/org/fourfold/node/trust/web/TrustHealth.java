package org.fourfold.node.trust.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Backups;
import org.fourfold.node.trust.DiskEncryption;
import org.fourfold.node.trust.RecordStatus;
import org.fourfold.node.trust.Trust;
import org.springframework.dao.DataAccessException;

/** The database and the record in it, the disk's encryption and the backups. */
public final class TrustHealth implements HealthCheck {

    /** A backup older than this loses more than a day of work. */
    private static final Duration BACKUP_AGE_MAX = Duration.ofHours(26);

    /** Work of more than a week that one broken disk would end. */
    private static final Duration BACKUP_AGE_ILL = Duration.ofDays(8);

    /** A restore not tried for this long is a hope, not a backup. */
    private static final Duration RESTORE_AGE_MAX = Duration.ofDays(100);

    /** More than the sequencer clears in a few seconds. */
    private static final long PENDING_MAX = 10_000;

    private final Trust trust;
    private final Backups backups;
    private final DiskEncryption disk;
    private final InstantSource clock;

    public TrustHealth(Trust trust, Backups backups, DiskEncryption disk, InstantSource clock) {
        this.trust = trust;
        this.backups = backups;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public List<Finding> check() {
        Backups.State state = backups.state();
        Optional<RecordStatus> status = status();
        List<Finding> findings = new ArrayList<>();
        findings.add(database(status));
        status.ifPresent(found -> findings.addAll(List.of(pending(found), place(found))));
        findings.add(encryption("home", disk.home()));
        findings.add(encryption("swap", disk.swap()));
        findings.add(backup(state.lastBackup(), status.flatMap(RecordStatus::firstEventAt)));
        findings.add(age("restore", state.lastRestoreTried(), RESTORE_AGE_MAX));
        return findings;
    }

    private Optional<RecordStatus> status() {
        try {
            return Optional.of(trust.status());
        } catch (DataAccessException | ProblemException away) {
            return Optional.empty();
        }
    }

    private static Finding database(Optional<RecordStatus> status) {
        Text name = Text.of("trust.health.database");
        return status.map(found ->
                        Finding.well(name, Text.of("trust.health.database.answers", "version", found.server())))
                .orElseGet(() -> Finding.ill(
                        name, Text.of("trust.health.database.away"), Text.of("trust.health.database.mend")));
    }

    private static Finding pending(RecordStatus status) {
        Text name = Text.of("trust.health.record");
        Text detail = Text.of("trust.health.record.pending", "count", status.pending());
        return status.pending() > PENDING_MAX
                ? Finding.ill(name, detail, Text.of("trust.health.record.mend"))
                : Finding.well(name, detail);
    }

    /** How far the record has come; a number that stands on paper can be compared with it. */
    private static Finding place(RecordStatus status) {
        Text name = Text.of("trust.health.record-place");
        if (status.lastPosition().isEmpty()) {
            return Finding.well(name, Text.of("trust.health.record-place.none"));
        }
        String at = status.lastEventAt()
                .map(instant -> instant.truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace("T", " ")
                        .replace(":00Z", ""))
                .orElse("");
        return Finding.well(
                name,
                Text.of(
                                "trust.health.record-place.last",
                                "position",
                                status.lastPosition().getAsLong())
                        .with("time", at));
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

    /** Where none was ever written, the work that would be lost began with the first event. */
    private Finding backup(Optional<Instant> last, Optional<Instant> workBegan) {
        Finding found = age("backup", last, BACKUP_AGE_MAX);
        boolean late = last.or(() -> workBegan)
                .map(since -> Duration.between(since, clock.instant()).compareTo(BACKUP_AGE_ILL) > 0)
                .orElse(false);
        return late ? Finding.ill(found.name(), found.detail(), Text.of("trust.health.backup.mend")) : found;
    }

    private Finding age(String what, Optional<Instant> last, Duration most) {
        Text name = Text.of("trust.health." + what);
        Text mend = Text.of("trust.health." + what + ".mend");
        if (last.isEmpty()) {
            return Finding.careful(name, Text.of("trust.health.never"), mend);
        }
        Duration age = Duration.between(last.get(), clock.instant());
        Text detail = Text.of("trust.health.hours-ago", "hours", Math.max(0, age.toHours()));
        return age.compareTo(most) > 0 ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }
}
