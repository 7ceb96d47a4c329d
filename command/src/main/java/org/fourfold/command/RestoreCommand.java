package org.fourfold.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.Backup;
import org.fourfold.node.trust.Backups;
import org.fourfold.node.trust.PassphraseSources;
import org.fourfold.node.trust.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold restore FILE}: a backup into an empty home, opened with the passphrase or the code on the recovery
 * sheet. Nobody acts as a member: there is none yet. With {@code --try} into a database that is thrown away, so that a
 * backup is known to open before it is needed.
 */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "backup-body")
    Path file = Path.of("");

    @Option(names = "--keys", paramLabel = "FILE")
    Optional<Path> keys = Optional.empty();

    @Option(names = "--try")
    boolean trial;

    @Option(names = "--recovery-code")
    boolean recoveryCode;

    @Option(names = "--passphrase-fd", paramLabel = "N")
    Optional<Integer> descriptor = Optional.empty();

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        return (trial ? tryIt() : restore()).number();
    }

    private ExitCode restore() {
        Home home = homeOptions.home(invocation, false);
        long rows = restore(() -> Opening.ground(home, invocation));
        invocation.terminal().line(invocation.text("command.restore.done", Map.of("rows", rows)));
        return ExitCode.DONE;
    }

    /**
     * Restores into a home inside the home, with a server of its own, and throws it away: the node may be running. It lies
     * on the same disk, under the same protection, as the data themselves.
     */
    private ExitCode tryIt() {
        Home home = homeOptions.home(invocation);
        if (!home.exists()) {
            throw new ProblemException(new Problem(
                    "command.no-home",
                    new Problem.Place.File(home.path().toString()),
                    Map.of("place", home.path().toString())));
        }
        Home aside = new Home(home.path().resolve("restore-trial"));
        aside.discard();
        invocation.terminal().remark(invocation.text("command.restore.trying"));
        try {
            long rows = restore(() -> Opening.ownGround(aside, invocation));
            new Backups(home.backups()).restoreTried(invocation.clock().instant());
            invocation.terminal().line(invocation.text("command.restore.tried", Map.of("rows", rows)));
            return ExitCode.DONE;
        } finally {
            aside.discard();
        }
    }

    /** Into the ground that is opened once the secret is known; how many rows. */
    private long restore(Supplier<Ground> opening) {
        Path body = invocation.resolve(file);
        Path keyFile = keys.map(invocation::resolve).orElseGet(() -> body.resolveSibling(Backup.KEYS_NAME));
        char[] secret = secret();
        try (Ground ground = opening.get()) {
            Restore restore = Restore.into(ground, new Argon2id(), invocation.clock());
            Restore.Restored restored = recoveryCode
                    ? restore.withCode(body, keyFile, new String(secret), Restore.schema(ground))
                    : restore.withPassphrase(body, keyFile, secret, Restore.schema(ground));
            return restored.rows();
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private char[] secret() {
        OptionalInt number = descriptor.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Optional<char[]> found = new PassphraseSources(number, invocation.environment()).find();
        String prompt = recoveryCode ? "command.restore.ask-code" : "command.restore.ask-passphrase";
        return found.or(() -> invocation.terminal().secret(invocation.text(prompt)))
                .orElseThrow(() -> new ProblemException(Problem.of("command.passphrase-missing")));
    }
}
