package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fourfold.command.update.Installation;
import org.fourfold.command.update.Release;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.ground.BeforeUpdate;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.Storage;
import org.fourfold.node.trust.Backup;

/**
 * The second half of an update, when the new version lies unpacked beside the old one: backup, copy of the home, trial of
 * the new version on the data, and then either the new one is put in use or everything is as it was.
 *
 * <p>Cut off anywhere, the next start finds the copy and puts it back; the version in use is the old one until the trial
 * has passed. The trial is the new version's own {@code settle}: that name and its exit code are all that two versions
 * must agree on.
 */
final class Updating {

    /** Migrating many years of data may take long; more than this is a fault. */
    private static final Duration TRIAL_MAX = Duration.ofMinutes(60);

    private final Installation installation;
    private final Release release;
    private final Home home;
    private final Invocation invocation;

    Updating(Installation installation, Release release, Home home, Invocation invocation) {
        this.installation = installation;
        this.release = release;
        this.home = home;
        this.invocation = invocation;
    }

    ExitCode run(Optional<String> as) throws IOException {
        boolean filled = home.exists();
        BeforeUpdate before = new BeforeUpdate(home);
        Optional<Path> backup = Optional.empty();
        try {
            if (filled) {
                backup = backUp(as);
                refuseFull(before.bytesNeeded());
                before.make();
            }
        } catch (RuntimeException | IOException refused) {
            installation.remove(release.version());
            throw refused;
        }
        say("command.update.trying");
        if (!passes(filled)) {
            return goBack(before, filled, backup);
        }
        installation.use(release.version());
        if (filled) {
            before.discard();
        }
        installation.keepOnly(List.of(release.version(), installation.version()));
        invocation.terminal().line(invocation.text("command.update.done", UpdateCommand.version(release)));
        return ExitCode.DONE;
    }

    /** Where the node has an organisation; before the first visit there is nothing to lose. */
    private Optional<Path> backUp(Optional<String> as) {
        try (OpenNode node = Opening.open(home, invocation)) {
            if (node.house().configuration().isEmpty()) {
                return Optional.empty();
            }
            String name = as.or(() -> home.isDemonstration()
                            ? Optional.of(DemonstrationHome.which(node).administrator())
                            : Optional.empty())
                    .orElseThrow(() -> new ProblemException(Problem.inField("command.as-missing", "--as")));
            say("command.update.backing-up");
            Path body = BackupCommand.usualPlace(node, invocation);
            Backup.Written written = node.facade(Backup.class).write(node.actor(name, Purpose.ADMINISTRATION), body);
            return Optional.of(written.body());
        }
    }

    private void refuseFull(long bytes) throws IOException {
        long room = new Storage(home.path()).freeBytes() - Storage.FREE_BYTES_MIN;
        if (room < bytes) {
            throw new ProblemException(Problem.of("command.update-no-room")
                    .with("megabytes", Long.toString((bytes + Storage.FREE_BYTES_MIN) / 1_048_576)));
        }
    }

    /** Starts the new version once, on the data, or on invented ones where there are none yet. */
    private boolean passes(boolean filled) throws IOException {
        Path start = installation.folder(release.version()).resolve("start");
        List<String> command = filled
                ? List.of(start.toString(), "settle", "--home", home.path().toString())
                : List.of(start.toString(), "rehearse");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(filled ? ProcessBuilder.Redirect.to(log().toFile()) : ProcessBuilder.Redirect.DISCARD);
        try {
            Process trial = builder.start();
            trial.getOutputStream().close();
            if (!trial.waitFor(TRIAL_MAX.toSeconds(), TimeUnit.SECONDS)) {
                trial.descendants().forEach(ProcessHandle::destroyForcibly);
                trial.destroyForcibly().waitFor();
            }
            return trial.exitValue() == ExitCode.DONE.number();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException cannotBeStarted) {
            if (filled) {
                Files.writeString(log(), String.valueOf(cannotBeStarted.getMessage()));
            }
            return false;
        }
    }

    private ExitCode goBack(BeforeUpdate before, boolean filled, Optional<Path> backup) throws IOException {
        boolean external = invocation.environment().containsKey(Opening.DATABASE_URL);
        if (filled) {
            boolean back = before.putBack();
            assert back;
        }
        installation.remove(release.version());
        String code = external ? "command.update-failed-outside" : "command.update-failed";
        throw new ProblemException(Problem.of(code)
                .with("version", release.version().toString())
                .with("here", installation.version().toString())
                .with("log", filled ? log().toString() : "")
                .with("backup", backup.map(Path::toString).orElse("")));
    }

    private Path log() {
        return home.logs().resolve("update.log");
    }

    private void say(String key) {
        invocation
                .terminal()
                .remark(invocation.text(key, Map.of("version", release.version().toString())));
    }
}
