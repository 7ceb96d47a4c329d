package org.fourfold.node.access;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the node listens, as it was started. Decides the cookie's name, the hosts that are answered and whether devices
 * must be paired. Made where the application is wired.
 */
public sealed interface Listening {

    /** The names a browser on the node's own machine may use. */
    Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");

    int port();

    /** This machine only, without TLS: no other machine can send here. */
    record Loopback(int port) implements Listening {}

    /** The local network, by the node's own certificate. {@code names}: host names and addresses of this machine. */
    record Lan(int port, Set<String> names) implements Listening {

        public Lan {
            names = lower(names);
        }

        /**
         * The name under which another device reaches this machine: the one that was asked for, unless it means this
         * machine only; else an address, which every device understands; else a name.
         */
        public String outsideHost(String asked) {
            Comparator<String> addressesFirst =
                    Comparator.comparing(name -> name.chars().anyMatch(Character::isLetter));
            return Stream.concat(Stream.of(asked), names.stream().sorted(addressesFirst.thenComparing(name -> name)))
                    .filter(names::contains)
                    .filter(name -> !LOOPBACK_HOSTS.contains(name) && !name.startsWith("127."))
                    .findFirst()
                    .orElse("localhost");
        }
    }

    /**
     * Behind a proxy that ends TLS: requests are taken from its address only and must say {@code X-Forwarded-Proto:
     * https}. It stands here only when it was declared at start.
     */
    record BehindProxy(int port, String host, String proxyAddress) implements Listening {

        public BehindProxy {
            host = host.toLowerCase(Locale.ROOT);
        }
    }

    /** The hosts a request may name; any other is another site that points its name at us. */
    default Set<String> hosts() {
        return switch (this) {
            case Loopback loopback -> LOOPBACK_HOSTS;
            case Lan lan -> {
                Set<String> all = new LinkedHashSet<>(LOOPBACK_HOSTS);
                all.addAll(lan.names());
                yield Set.copyOf(all);
            }
            case BehindProxy proxy -> Set.of(proxy.host());
        };
    }

    /** Whether browsers reach the node by https only. */
    default boolean tls() {
        return switch (this) {
            case Loopback loopback -> false;
            case Lan lan -> true;
            case BehindProxy proxy -> true;
        };
    }

    /** Whether a device other than this machine must be paired before it sees anything. */
    default boolean pairing() {
        return tls();
    }

    /**
     * The session cookie's name: {@code __Host-} binds it to this host over TLS; browsers refuse it without. Cookies know no
     * ports, so two nodes on one machine have names of their own: signing in to one must not sign out of the other.
     */
    default String sessionCookie() {
        return tls() ? "__Host-session" : "session-" + port();
    }

    /** The name that passkeys are bound to; passkeys work under a name only, never under an address. */
    default String passkeyHost() {
        return switch (this) {
            case Loopback loopback -> "localhost";
            case Lan lan ->
                lan.names().stream()
                        .filter(name -> name.chars().anyMatch(Character::isLetter) && name.indexOf(':') < 0)
                        .sorted()
                        .findFirst()
                        .orElse("localhost");
            case BehindProxy proxy -> proxy.host();
        };
    }

    /** The origins that passkeys may come from. */
    default Set<String> passkeyOrigins() {
        return switch (this) {
            case Loopback loopback -> Set.of("http://localhost:" + port());
            case Lan lan -> Set.of("https://" + passkeyHost() + ":" + port());
            case BehindProxy proxy -> Set.of("https://" + proxy.host());
        };
    }

    private static Set<String> lower(Set<String> names) {
        Set<String> lower = new LinkedHashSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lower);
    }
}
