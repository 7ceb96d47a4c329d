package org.fourfold.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.fourfold.node.ground.DatabaseScript;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fourfold database ...}: for an organisation that runs its own PostgreSQL. */
final class DatabaseCommands {

    private static final int PORT_USUAL = 5432;

    private DatabaseCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, "database")).addSubcommand("script", new Script(invocation));
    }

    /** Prints what the database's administrator runs once, and the address to start the node with. */
    @Command(name = "script")
    static final class Script implements Callable<Integer> {

        private final Invocation invocation;

        @Option(names = "--host", paramLabel = "HOST")
        String host = "localhost";

        @Option(names = "--database-port", paramLabel = "PORT")
        int port = PORT_USUAL;

        Script(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            DatabaseScript script = DatabaseScript.write(invocation.random());
            invocation.terminal().line(script.sql().stripTrailing());
            invocation.terminal().remark(invocation.text("command.database.address"));
            invocation
                    .terminal()
                    .remark(invocation.text("command.database.url", Map.of("url", script.url(host, port))));
            return ExitCode.DONE.number();
        }
    }
}
