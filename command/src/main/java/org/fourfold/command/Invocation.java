package org.fourfold.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.terminal.Terminal;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;

/**
 * One command line and everything around it. Passed to every command, so that none reaches for the process it runs in.
 *
 * @param directory where it was typed: relative paths start here
 * @param inside the open node, when this came over the loopback channel
 */
record Invocation(
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Language language,
        Terminal terminal,
        InputStream input,
        InstantSource clock,
        SecureRandom random,
        Optional<OpenNode> inside) {

    Invocation {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** What the command line says, and every module's faults. */
    Messages messages() {
        return Texts.in(language);
    }

    String text(String key) {
        return messages().text(key);
    }

    String text(String key, Map<String, ?> values) {
        return messages().text(key, values);
    }

    /** A path as typed, made absolute from where it was typed. */
    Path resolve(Path typed) {
        return directory.resolve(typed).toAbsolutePath().normalize();
    }
}
