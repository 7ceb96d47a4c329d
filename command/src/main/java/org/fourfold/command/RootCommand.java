package org.fourfold.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code fourfold} alone: says what there is. */
@Command(name = "fourfold")
final class RootCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--version")
    boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    /** Read before the line is parsed ({@link Fourfold#language}); stands here so that it is known and has its help. */
    @Option(names = "--language", paramLabel = "es|en", scope = ScopeType.INHERIT)
    String language = "";

    RootCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (version) {
            invocation.terminal().line(invocation.text("command.version", Map.of("version", version())));
            return ExitCode.DONE.number();
        }
        invocation
                .terminal()
                .line(CommandLines.build(invocation).getUsageMessage().stripTrailing());
        return ExitCode.USAGE.number();
    }

    /** The program's version, as the jar says; "unpackaged" when run from classes. */
    static String version() {
        String told = RootCommand.class.getPackage().getImplementationVersion();
        return told == null ? "unpackaged" : told;
    }
}
