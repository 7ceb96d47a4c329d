package org.fourfold.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.fourfold.command.terminal.Faults;
import org.fourfold.node.access.Devices;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.access.SetUp;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.PassphraseSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fourfold serve}: the node of an organisation. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    @Mixin
    final ServeOptions options = new ServeOptions();

    @Option(names = "--lan")
    boolean lan;

    @Option(names = "--passphrase-fd", paramLabel = "N")
    Optional<Integer> descriptor = Optional.empty();

    ServeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (invocation.inside().isPresent()) {
            throw new ProblemException(Problem.of("command.not-inside"));
        }
        Listening listening = listening();
        invocation.terminal().remark(invocation.text("command.serve.starting"));
        return new Serving(invocation, options, node -> {
                    tellFirstVisit(node);
                    if (listening instanceof Listening.Lan) {
                        tellPairing(node);
                    }
                })
                .run(homeOptions.home(invocation, false), listening, false)
                .number();
    }

    private Listening listening() {
        int port = options.freePort();
        return lan ? new Listening.Lan(port, LocalNetwork.look().names()) : new Listening.Loopback(port);
    }

    /** The address that pairs one device, as text and to be photographed, and what the device must show of the node. */
    private void tellPairing(OpenNode node) {
        String code = node.facade(Devices.class).openPairing();
        String host = LocalNetwork.look().addresses().getFirst();
        String address = "https://" + host + ":" + node.node().port() + "/pair/" + code;
        QrText.lines(address).forEach(invocation.terminal()::line);
        invocation.terminal().line(invocation.text("command.serve.pair", Map.of("address", address)));
        invocation
                .terminal()
                .line(invocation.text(
                        "command.serve.fingerprint",
                        Map.of("fingerprint", node.facade(NodeCertificate.class).fingerprint())));
    }

    private void tellFirstVisit(OpenNode node) {
        node.facade(SetUp.class)
                .code()
                .ifPresentOrElse(
                        code -> invocation
                                .terminal()
                                .line(invocation.text("command.serve.first-visit", Map.of("code", code))),
                        () -> unlock(node));
    }

    /** Unlocks with a passphrase that was given in a safe way or is typed now; else the node's page asks for it. */
    private void unlock(OpenNode node) {
        OptionalInt number = descriptor.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Optional<char[]> found = new PassphraseSources(number, invocation.environment())
                .find()
                .or(() -> invocation.terminal().secret(invocation.text("command.serve.ask-passphrase")))
                .filter(typed -> typed.length > 0);
        if (found.isEmpty()) {
            invocation.terminal().line(invocation.text("command.serve.locked"));
            return;
        }
        try {
            node.facade(Keyring.class).unlock(found.get());
        } catch (ProblemException wrong) {
            new Faults(invocation.messages()).tell(invocation.terminal(), wrong.problems());
            invocation.terminal().line(invocation.text("command.serve.locked"));
        } finally {
            Arrays.fill(found.get(), '\0');
        }
    }
}
