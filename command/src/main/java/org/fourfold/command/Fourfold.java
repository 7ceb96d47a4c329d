package org.fourfold.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.terminal.ProcessTerminal;
import org.fourfold.command.terminal.TerminalLanguage;

/** The program's entry: reads the command line, runs it, ends with its {@link ExitCode}. */
public final class Fourfold {

    private static final String LANGUAGE = "--language";

    private Fourfold() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.execute(invocation(arguments, System.getenv(), System.in)));
    }

    private static Invocation invocation(String[] arguments, Map<String, String> environment, InputStream input) {
        List<String> typed = List.of(arguments);
        return new Invocation(
                typed,
                environment,
                Path.of("").toAbsolutePath(),
                TerminalLanguage.of(language(typed), environment),
                new ProcessTerminal(
                        speaking(FileDescriptor.out),
                        speaking(FileDescriptor.err),
                        isInteractive(),
                        width(environment)),
                input,
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty());
    }

    /** UTF-8 whatever the locale says: without one, every accent would be a question mark. */
    private static PrintStream speaking(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    // A JDK 25 does return null where there is no terminal (tried), whatever the check was told of JDK 22.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** The language asked for; needed before the line is parsed, for help and faults are told in it. */
    static Optional<String> language(List<String> arguments) {
        int at = arguments.indexOf(LANGUAGE);
        if (at >= 0 && at + 1 < arguments.size()) {
            return Optional.of(arguments.get(at + 1));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(LANGUAGE + "="))
                .map(argument -> argument.substring(LANGUAGE.length() + 1))
                .findFirst();
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        boolean number = !columns.isEmpty() && Arrays.stream(columns.split("")).allMatch("0123456789"::contains);
        return number && columns.length() < 5 ? Math.max(40, Integer.parseInt(columns)) : ProcessTerminal.WIDTH_USUAL;
    }
}
