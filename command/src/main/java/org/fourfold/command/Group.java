package org.fourfold.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A word that only stands before others: alone, it says which. */
@Command
final class Group implements Callable<Integer> {

    private final Invocation invocation;
    private final String name;

    Group(Invocation invocation, String name) {
        this.invocation = invocation;
        this.name = name;
    }

    @Override
    public Integer call() {
        CommandLine here = CommandLines.build(invocation).getSubcommands().get(name);
        if (here != null) {
            invocation.terminal().line(here.getUsageMessage().stripTrailing());
        }
        return ExitCode.USAGE.number();
    }
}
