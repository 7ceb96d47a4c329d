package org.fourfold.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.terminal.TerminalOnPaper;
import org.fourfold.node.frame.Language;

/** What a command line answered. */
record Said(int code, List<String> lines, List<String> remarks, String written) {

    private static final int WIDTH = 100;

    /** Runs a command line in this process, as the program's entry does. */
    static Said to(Language language, Map<String, String> environment, String... arguments) {
        TerminalOnPaper terminal = new TerminalOnPaper(WIDTH);
        int code = CommandLines.execute(invocation(language, environment, terminal, arguments));
        return new Said(code, terminal.lines(), terminal.remarks(), terminal.written());
    }

    static Said to(Language language, String... arguments) {
        return to(language, Map.of(), arguments);
    }

    /** In English, on a terminal so wide that no word of a table is cut. */
    static Said wide(String... arguments) {
        TerminalOnPaper terminal = new TerminalOnPaper(1_000);
        int code = CommandLines.execute(invocation(Language.EN, Map.of(), terminal, arguments));
        return new Said(code, terminal.lines(), terminal.remarks(), terminal.written());
    }

    static Invocation invocation(
            Language language, Map<String, String> environment, TerminalOnPaper terminal, String... arguments) {
        return new Invocation(
                List.of(arguments),
                environment,
                Path.of("").toAbsolutePath(),
                language,
                terminal,
                InputStream.nullInputStream(),
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty());
    }

    String answer() {
        return String.join("\n", lines);
    }

    /** Answer and remarks. */
    String all() {
        return answer() + "\n" + String.join("\n", remarks);
    }
}
