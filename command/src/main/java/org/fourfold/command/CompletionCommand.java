package org.fourfold.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code fourfold completion}: a script for bash and zsh, to be sourced. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

    private final Invocation invocation;

    CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .terminal()
                .line(AutoComplete.bash("fourfold", CommandLines.build(invocation))
                        .stripTrailing());
        return ExitCode.DONE.number();
    }
}
