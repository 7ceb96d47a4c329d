package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SealedBag;
import org.fourfold.node.trust.Sealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code fourfold last-day --out BAG}: an organisation is closed. Its record is sealed and checked, then its keys and everything
 * else in the home are overwritten and removed. Asks for the passphrase and for the organisation's name; before both are given
 * and the bag holds, nothing is touched.
 */
@Command(name = "last-day")
final class LastDayCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Option(names = "--out", paramLabel = "BAG", required = true, descriptionKey = "seal-out")
    Path out = Path.of("");

    @Option(names = "--recipient", paramLabel = "AGE")
    Optional<String> recipient = Optional.empty();

    @Option(names = "--as", paramLabel = "MEMBER")
    Optional<String> as = Optional.empty();

    @Option(names = "--organisation", paramLabel = "NAME")
    Optional<String> organisation = Optional.empty();

    @Option(names = "--passphrase-fd", paramLabel = "N")
    Optional<Integer> descriptor = Optional.empty();

    LastDayCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        Home home = homeOptions.home(invocation);
        Path bag = invocation.resolve(out);
        refuse(home, bag);
        String name = as.orElseThrow(() -> new ProblemException(Problem.inField("command.as-missing", "--as")));
        Sealing.Sealed sealed;
        boolean ownServer;
        try (OpenNode node = Opening.open(home, invocation)) {
            Actor actor = node.actor(name, Purpose.ADMINISTRATION);
            prove(node);
            sealed = seal(node, actor, bag);
            ownServer = node.ground().runsOwnServer();
        }
        home.destroy();
        SealCommand.tell(invocation, sealed);
        invocation
                .terminal()
                .line(invocation.text(
                        "command.last-day.done", Map.of("home", home.path().toString())));
        if (!ownServer) {
            invocation.terminal().remark(invocation.text("command.last-day.database"));
        }
        return ExitCode.DONE.number();
    }

    private static void refuse(Home home, Path bag) {
        if (!home.exists()) {
            throw new ProblemException(new Problem(
                    "command.no-home",
                    new Problem.Place.File(home.path().toString()),
                    Map.of("place", home.path().toString())));
        }
        if (home.isDemonstration()) {
            throw new ProblemException(Problem.of("command.last-day-demonstration"));
        }
        if (bag.startsWith(home.path())) {
            throw new ProblemException(Problem.inField("command.last-day-inside", "--out"));
        }
    }

    /** Twice: by what only the organisation knows, and by what makes a person stop and read. */
    private void prove(OpenNode node) {
        String typed = organisation
                .or(() -> invocation
                        .terminal()
                        .secret(invocation.text("command.last-day.ask-name"))
                        .map(String::new))
                .orElse("");
        if (!typed.strip().equals(node.house().organisationName())) {
            throw new ProblemException(Problem.inField("command.last-day-name", "--organisation"));
        }
        char[] secret = Unlocking.passphrase(invocation, descriptor, "command.unlock.ask-passphrase");
        try {
            node.facade(Keyring.class).unlock(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** A bag that the home's own identity opens would go with it: in clear, or for somebody named. */
    private Sealing.Sealed seal(OpenNode node, Actor actor, Path bag) throws IOException {
        Sealing sealing = node.facade(Sealing.class);
        Sealing.Order order = new Sealing.Order(bag, Optional.empty(), Sealing.For.ANYBODY, Optional.empty(), true);
        if (recipient.isEmpty()) {
            Sealing.Sealed sealed = sealing.seal(actor, order);
            var _ = SealedBag.read(sealed.bag());
            return sealed;
        }
        // What is encrypted to somebody else cannot be checked here: the same is checked in clear first.
        Path clear = node.home().temporary().resolve("last-day.zip");
        try {
            var _ = SealedBag.read(sealing.seal(
                            actor,
                            new Sealing.Order(clear, Optional.empty(), Sealing.For.ANYBODY, Optional.empty(), true))
                    .bag());
        } finally {
            Files.deleteIfExists(clear);
        }
        return sealing.seal(actor, new Sealing.Order(bag, Optional.empty(), Sealing.For.PERSON, recipient, true));
    }
}
