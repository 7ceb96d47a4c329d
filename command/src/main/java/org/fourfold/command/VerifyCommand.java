package org.fourfold.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.ledger.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold verify BAG}: whether a sealed bag or a proof holds. The launcher starts the verifier's own jar, which
 * needs none of what is loaded here; this is the same for who starts the program another way, and for help.
 */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "BAG", descriptionKey = "verify-bag")
    Path bag = Path.of("");

    @Option(names = "--key", paramLabel = "VKEY", descriptionKey = "verify-key")
    Optional<String> key = Optional.empty();

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "verify-policy")
    Optional<Path> policy = Optional.empty();

    VerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<String> arguments =
                new ArrayList<>(List.of("--lang", invocation.language().tag()));
        key.ifPresent(vkey -> arguments.addAll(List.of("--key", vkey)));
        policy.ifPresent(file ->
                arguments.addAll(List.of("--policy", invocation.resolve(file).toString())));
        arguments.add(invocation.resolve(bag).toString());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, false, StandardCharsets.UTF_8);
        int code = Verifier.run(arguments.toArray(String[]::new), invocation.environment(), out, out);
        told.toString(StandardCharsets.UTF_8).stripTrailing().lines().forEach(invocation.terminal()::line);
        return code;
    }
}
