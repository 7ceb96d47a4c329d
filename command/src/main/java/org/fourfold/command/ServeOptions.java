package org.fourfold.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    /**
     * The port to listen on: free at this moment, so that who named a taken one is told before anything is opened. Port 0
     * becomes a number here, for addresses and passkeys hang on it.
     */
    int freePort() {
        if (port < 0 || port > PORT_MAX) {
            throw new ProblemException(
                    Problem.inField("command.port-invalid", "--port").with("port", Integer.toString(port)));
        }
        try (ServerSocket probe = new ServerSocket()) {
            // As the web server itself does: a port whose last connections are still closing is free.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw inUse();
        }
    }

    /** The port of a second node beside one on the first: the next one, or another free one where any would do. */
    int portBeside(int first) {
        if (port != 0) {
            return port + 1;
        }
        int other = freePort();
        while (other == first) {
            other = freePort();
        }
        return other;
    }

    /** Another program has the port, or only root may take it. */
    CannotStartException inUse() {
        return new CannotStartException(new ProblemException(
                Problem.inField("command.port-in-use", "--port").with("port", Integer.toString(port))));
    }
}
