package org.fourfold.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * What this machine is called in the local network.
 *
 * @param addresses IPv4 addresses that other devices can reach, at least one; first the one that leads outside
 * @param names the same, with the host's name and the loopback names: what a certificate must hold
 */
record LocalNetwork(List<String> addresses, Set<String> names) {

    /** Nobody's address (RFC 5737): only asked which way leads there. */
    private static final String DOCUMENTATION_ADDRESS = "198.51.100.1";

    private static final int DISCARD_PORT = 9;

    LocalNetwork {
        addresses = List.copyOf(addresses);
        names = Set.copyOf(names);
    }

    /** Looks at the machine's interfaces; a problem where none is connected. */
    static LocalNetwork look() {
        String first = outgoing();
        try {
            List<String> addresses = NetworkInterface.networkInterfaces()
                    .filter(LocalNetwork::isUp)
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(address -> !address.isLoopbackAddress() && !(address instanceof Inet6Address))
                    .map(InetAddress::getHostAddress)
                    .sorted(Comparator.comparing((String address) -> !address.equals(first))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (addresses.isEmpty()) {
                throw new ProblemException(Problem.of("command.no-network"));
            }
            Set<String> names = new LinkedHashSet<>(addresses);
            Collections.addAll(names, "localhost", "127.0.0.1", hostName());
            return new LocalNetwork(addresses, names);
        } catch (SocketException e) {
            throw new ProblemException(Problem.of("command.no-network"));
        }
    }

    /** The address from which this machine reaches others; empty where no road leads outside. Nothing is sent. */
    private static String outgoing() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getByName(DOCUMENTATION_ADDRESS), DISCARD_PORT);
            return socket.getLocalAddress().getHostAddress();
        } catch (IOException | UncheckedIOException noRoad) {
            return "";
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
