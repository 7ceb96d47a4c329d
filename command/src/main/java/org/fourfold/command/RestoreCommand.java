package org.fourfold.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.Backup;
import org.fourfold.node.trust.Backups;
import org.fourfold.node.trust.DeclaredRestore;
import org.fourfold.node.trust.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code fourfold restore FILE}: a backup into an empty home, opened with the passphrase or the code on the recovery
 * sheet. Nobody acts as a member: there is none yet. With {@code --try} into a database that is thrown away, so that a
 * backup is known to open before it is needed. With {@code --declared} it reads no backup and tells the record that the
 * database was put back by hand.
 */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", arity = "0..1", descriptionKey = "backup-body")
    Optional<Path> file = Optional.empty();

    @Option(names = "--keys", paramLabel = "FILE")
    Optional<Path> keys = Optional.empty();

    @Option(names = "--try")
    boolean trial;

    @Option(names = "--declared")
    boolean declared;

    @Option(names = "--as", paramLabel = "MEMBER")
    Optional<String> as = Optional.empty();

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
        if (declared) {
            return declare().number();
        }
        if (file.isEmpty()) {
            ArgSpec missing = spec.positionalParameters().getFirst();
            throw new MissingParameterException(spec.commandLine(), missing, missing.paramLabel());
        }
        return (trial ? tryIt() : restore(file.get())).number();
    }

    /** No backup is read: the database that stands there was put back by hand, and the record is told so. */
    private ExitCode declare() {
        Home home = homeOptions.home(invocation);
        NodeConfiguration told =
                NodeConfiguration.read(home).orElseThrow(() -> new ProblemException(Problem.of("command.not-set-up")));
        String name = as.orElseThrow(() -> new ProblemException(Problem.inField("command.as-missing", "--as")));
        char[] secret = Unlocking.passphrase(invocation, descriptor, "command.unlock.ask-passphrase");
        try (Ground ground = Opening.ground(home, invocation)) {
            ground.migrate(told.kind().modules());
            Access access =
                    new Access(ground.databases().of("access"), invocation.clock(), invocation.random(), _ -> false);
            Actor actor = OpenNode.actor(access, told, false, name, Purpose.ADMINISTRATION);
            String published = new DeclaredRestore(
                            ground.databases().of("trust"),
                            home,
                            new Argon2id(),
                            invocation.random(),
                            invocation.clock())
                    .declare(actor, secret);
            invocation.terminal().line(invocation.text("command.restore.declared", Map.of("log", published)));
            return ExitCode.DONE;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private ExitCode restore(Path typed) {
        Home home = homeOptions.home(invocation, false);
        long rows = restore(typed, () -> Opening.ground(home, invocation));
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
            long rows = restore(file.orElseThrow(), () -> Opening.ownGround(aside, invocation));
            new Backups(home.backups()).restoreTried(invocation.clock().instant());
            invocation.terminal().line(invocation.text("command.restore.tried", Map.of("rows", rows)));
            return ExitCode.DONE;
        } finally {
            aside.discard();
        }
    }

    /** Into the ground that is opened once the secret is known; how many rows. */
    private long restore(Path typed, Supplier<Ground> opening) {
        Path body = invocation.resolve(typed);
        Path keyFile = keys.map(invocation::resolve).orElseGet(() -> body.resolveSibling(Backup.KEYS_NAME));
        char[] secret = Unlocking.passphrase(
                invocation, descriptor, recoveryCode ? "command.restore.ask-code" : "command.restore.ask-passphrase");
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
}
