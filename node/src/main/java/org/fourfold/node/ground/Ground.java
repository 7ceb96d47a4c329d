package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * The ground under a running node: the home is held, the database serves, everybody's road to it is known. Opened before
 * anything else of the node and closed after everything else.
 *
 * <p>Faults that a person can mend come as {@link ProblemException}s that name place, fault and mend. Threads: safe.
 */
public final class Ground implements AutoCloseable {

    /** What a node's process ends with when its database is lost for good. */
    public static final int EXIT_DATABASE_LOST = 7;

    private final Home home;
    private final HomeLock homeLock;
    private final Optional<OwnServer> own;
    private final Databases databases;
    private final DatabaseLock databaseLock;
    private final Keeper keeper;

    private Ground(
            Home home,
            HomeLock homeLock,
            Optional<OwnServer> own,
            Databases databases,
            DatabaseLock databaseLock,
            Keeper keeper) {
        this.home = home;
        this.homeLock = homeLock;
        this.own = own;
        this.databases = databases;
        this.databaseLock = databaseLock;
        this.keeper = keeper;
    }

    /**
     * Takes the (prepared) home, starts PostgreSQL or signs in to the organisation's own, and gives every database user a
     * new password.
     *
     * @param externalUrl FOURFOLD_DATABASE_URL, if given
     * @param random for passwords: a SecureRandom, but in tests
     */
    public static Ground open(
            Home home,
            Optional<String> externalUrl,
            InstantSource clock,
            RandomGenerator random,
            GroundListener listener) {
        HomeLock homeLock = home.lock();
        Optional<OwnServer> own = Optional.empty();
        try {
            new Storage(home.path()).throwIfFaulty();
            home.emptyTemporary();
            Optional<ExternalServer> external = externalUrl.map(ExternalServer::parse);
            if (external.isEmpty()) {
                own = Optional.of(OwnServer.start(home.serverPlaces(), random));
            }
            Map<String, Credential> credentials = own.map(OwnServer::credentials)
                    .orElseGet(() -> external.orElseThrow().prepare(random));
            DatabaseAddress address = own.map(OwnServer::address)
                    .orElseGet(() -> external.orElseThrow().address());
            // The disk of the organisation's own server is not seen from here; that one says itself when it is full.
            Databases databases = new Databases(
                    address, credentials, clock, external.isPresent() ? () -> true : new DiskRoom(home.data()));
            DatabaseLock databaseLock = DatabaseLock.take(address.as(databases.credential(Roles.OWNER)));
            Keeper keeper = new Keeper(own.map(OwnServer::server), databaseLock, clock, listener);
            keeper.start();
            return new Ground(home, homeLock, own, databases, databaseLock, keeper);
        } catch (SQLException e) {
            release(own, homeLock);
            throw new ProblemException(Problem.of("ground.database-lost"));
        } catch (RuntimeException e) {
            release(own, homeLock);
            throw e;
        }
    }

    private static void release(Optional<OwnServer> own, HomeLock homeLock) {
        try {
            own.ifPresent(OwnServer::close);
        } finally {
            homeLock.close();
        }
    }

    public Home home() {
        return home;
    }

    public Databases databases() {
        return databases;
    }

    /** Whether PostgreSQL is a child of this node, not the organisation's own. */
    public boolean runsOwnServer() {
        return own.isPresent();
    }

    /** Whether {@link #migrate} would change a schema that holds data: the moment for a backup. */
    public boolean changesExistingSchema(Set<String> modules) {
        return migrations(modules).changesExistingSchema();
    }

    /** Brings the modules' schemas up to this program. A schema newer than the program is refused. */
    public void migrate(Set<String> modules) {
        int steps = migrations(modules).run();
        assert steps >= 0;
    }

    /** Brings an empty database up to a version and no further: the first step of a restore. */
    public void migrate(Set<String> modules, String lastVersion) {
        int steps =
                new Migrations(databases.address().as(databases.credential(Roles.OWNER)), modules, lastVersion).run();
        assert steps >= 0;
    }

    private Migrations migrations(Set<String> modules) {
        return new Migrations(databases.address().as(databases.credential(Roles.OWNER)), modules);
    }

    /**
     * How many rows each table of the modules holds, as {@code schema.table}, counted by one who sees all; empty on the
     * organisation's own server, where nobody of ours does.
     */
    public Optional<Map<String, Long>> rowCounts() {
        return own.map(each -> {
            try (Connection connection = each.openSuperuser()) {
                return new LinkedHashMap<>(RowCounts.of(connection));
            } catch (SQLException e) {
                throw new ProblemException(Problem.of("ground.database-lost"));
            }
        });
    }

    /**
     * Takes what was deleted from these tables out of PostgreSQL's files. They are written anew: nobody reads or writes one
     * of them meanwhile.
     *
     * @param tables as {@code schema.table}, constants of the program
     */
    public Cleared clear(List<String> tables) {
        try (Connection owner = databases.openOwner()) {
            if (own.isEmpty()) {
                return DeletedRows.clear(owner, Optional.empty(), tables);
            }
            try (Connection superuser = own.get().openSuperuser()) {
                return DeletedRows.clear(owner, Optional.of(superuser), tables);
            }
        } catch (SQLException e) {
            throw new ProblemException(Problem.of("ground.database-lost"));
        }
    }

    /** Stops everything in order: pools, lock, server, home. */
    @Override
    public void close() {
        try {
            keeper.close();
            databases.close();
            databaseLock.close();
        } finally {
            release(own, homeLock);
        }
    }
}
