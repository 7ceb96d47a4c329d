package org.fourfold.node.ground;

import java.util.Map;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is; who signs in is told apart from it.
 *
 * @param properties further settings of the driver, such as {@code sslmode}
 */
record DatabaseAddress(String host, int port, String name, Map<String, String> properties) {

    /** The database of a node on a server of our own. */
    static final String OURS = "fourfold";

    static final String LOOPBACK = "127.0.0.1";

    private static final int CONNECT_SECONDS_MAX = 10;

    DatabaseAddress {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(name, "name");
        properties = Map.copyOf(properties);
    }

    static DatabaseAddress here(int port, String name) {
        return new DatabaseAddress(LOOPBACK, port, name, Map.of());
    }

    DatabaseAddress named(String other) {
        return new DatabaseAddress(host, port, other, properties);
    }

    /** Connections as this user, without a pool. */
    PGSimpleDataSource as(Credential credential) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(credential.user());
        source.setPassword(credential.password());
        // A unique violation otherwise carries the offending name into whatever logs the exception.
        source.setLogServerErrorDetail(false);
        source.setApplicationName("fourfold");
        source.setConnectTimeout(CONNECT_SECONDS_MAX);
        source.setTcpKeepAlive(true);
        properties.forEach((name, value) -> {
            try {
                source.setProperty(name, value);
            } catch (java.sql.SQLException e) {
                throw new IllegalArgumentException("not a setting of the driver: " + name, e);
            }
        });
        return source;
    }
}
