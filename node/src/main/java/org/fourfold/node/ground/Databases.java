package org.fourfold.node.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Permits;

/**
 * The roads to the database: one {@link Database} a module, each with its own user and its own small pool, all under one
 * counter of permits. Threads: safe. Closing it ends all connections.
 */
public final class Databases implements AutoCloseable {

    /** How long work waits for its turn before it is told that the database is busy. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration IDLE_MAX = Duration.ofMinutes(1);

    private final DatabaseAddress address;
    private final Map<String, Credential> credentials;
    private final InstantSource clock;
    private final BooleanSupplier hasRoom;
    private final Permits permits = new Permits(PATIENCE);
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
    private final Map<String, Database> databases = new ConcurrentHashMap<>();

    Databases(DatabaseAddress address, Map<String, Credential> credentials, InstantSource clock) {
        this(address, credentials, clock, () -> true);
    }

    /**
     * With a look at the disk.
     *
     * @param hasRoom whether the disk under the database takes what members write
     */
    Databases(
            DatabaseAddress address,
            Map<String, Credential> credentials,
            InstantSource clock,
            BooleanSupplier hasRoom) {
        this.address = Objects.requireNonNull(address, "address");
        this.credentials = Map.copyOf(credentials);
        this.clock = Objects.requireNonNull(clock, "clock");
        this.hasRoom = hasRoom;
    }

    /** The road of a module, such as {@code protection}. */
    public Database of(String module) {
        return databases.computeIfAbsent(module, name -> new Database(pool(name), permits, clock, hasRoom));
    }

    /** A connection of the backup's user, who reads every table and writes none. The caller closes it. */
    public Connection openBackup() throws SQLException {
        return address.as(credential(Roles.BACKUP)).getConnection();
    }

    /** A connection of the owner of all tables, for restoring. The caller closes it. */
    public Connection openOwner() throws SQLException {
        return address.as(credential(Roles.OWNER)).getConnection();
    }

    Credential credential(String user) {
        return Objects.requireNonNull(credentials.get(user), user);
    }

    DatabaseAddress address() {
        return address;
    }

    private HikariDataSource pool(String module) {
        return pools.computeIfAbsent(module, name -> {
            HikariConfig config = new HikariConfig();
            config.setPoolName(name);
            config.setDataSource(address.as(credential(Roles.userOf(name))));
            config.setMinimumIdle(0);
            config.setMaximumPoolSize(Database.CONNECTIONS_MAX);
            config.setIdleTimeout(IDLE_MAX.toMillis());
            config.setConnectionTimeout(PATIENCE.toMillis());
            // The server may still be coming back after a fault: the pool waits for it when it is asked.
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        });
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
