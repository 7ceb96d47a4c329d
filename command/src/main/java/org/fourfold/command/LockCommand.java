package org.fourfold.command;

import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.Keyring;
import picocli.CommandLine.Command;

/** {@code fourfold lock}: the running node drops its keys at once. Whoever may reach the home may lock it. */
@Command(name = "lock")
final class LockCommand extends DataCommand {

    LockCommand(Invocation invocation) {
        super(invocation);
    }

    /** Keys are in the memory of a running node only. */
    @Override
    ExitCode alone(Home home) {
        home.lock().close();
        invocation.terminal().line(invocation.text("command.lock.nobody"));
        return ExitCode.DONE;
    }

    @Override
    ExitCode work(OpenNode node, InputFile input) {
        node.facade(Keyring.class).lock();
        invocation.terminal().line(invocation.text("command.lock.done"));
        return ExitCode.DONE;
    }
}
