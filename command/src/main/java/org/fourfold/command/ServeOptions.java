package org.fourfold.command;

import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} share. */
final class ServeOptions {

    static final int PORT_USUAL = 8040;

    @Option(names = "--port", paramLabel = "PORT")
    int port = PORT_USUAL;

    /** Ports that a program may ask for; 0 lets the system choose. */
    private static final int PORT_MAX = 65_535;

    @Option(names = "--no-browser")
    boolean noBrowser;

    /** The port, if there can be such a one. */
    int checkedPort() {
        if (port < 0 || port > PORT_MAX) {
            throw new ProblemException(
                    Problem.inField("command.port-invalid", "--port").with("port", Integer.toString(port)));
        }
        return port;
    }
}
