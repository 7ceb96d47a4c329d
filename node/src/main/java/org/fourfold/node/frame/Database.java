package org.fourfold.node.frame;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * A module's only road to PostgreSQL: its own database user, its own small pool. {@link #write} and {@link #read} tell
 * the database who acts (member, role, purpose, organisation, for the row security policies) and commit only if an event
 * was recorded on the same connection. So "everything is recorded" holds by construction.
 *
 * <p>Threads: safe. Errors: what the work throws rolls back and is passed on; faults of the database come as Spring's
 * {@code DataAccessException}, without any value in their text.
 */
public final class Database {

    /** Most connections one module's pool may hold (FRAME: 608 ms against 185 ms at 5 ms fsync with 3 against 8). */
    public static final int CONNECTIONS_MAX = 8;

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final DataSource pool;
    private final Permits permits;
    private final InstantSource clock;
    private final BooleanSupplier hasRoom;

    /** Under a disk that nobody watches. */
    public Database(DataSource pool, Permits permits, InstantSource clock) {
        this(pool, permits, clock, () -> true);
    }

    /**
     * With a look at the disk.
     *
     * @param hasRoom whether members' work may still write; below it PostgreSQL has what it needs to go on and to be read
     */
    public Database(DataSource pool, Permits permits, InstantSource clock, BooleanSupplier hasRoom) {
        this.pool = Objects.requireNonNull(pool, "pool");
        this.permits = Objects.requireNonNull(permits, "permits");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.hasRoom = Objects.requireNonNull(hasRoom, "hasRoom");
    }

    /** What is done inside one transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Tx tx);
    }

    /** How a transaction ends when its work is done. */
    private enum Ending {
        COMMITTED,
        /** Committed, though nothing was recorded. */
        SILENT,
        TAKEN_BACK
    }

    /** In whose name the transaction runs, whether it may write, and where its events go. */
    private record Opening(
            @Nullable Actor actor, String pass, @Nullable EventReserve reserve) {

        static final Opening NODE = new Opening(null, "", null);

        static Opening as(Actor actor) {
            return new Opening(actor, "", null);
        }
    }

    /** Runs the work as the actor and commits it together with the event it recorded. */
    @CanIgnoreReturnValue
    public <T extends @Nullable Object> T write(Actor actor, Work<T> work) {
        requireRoom();
        return inTransaction(Opening.as(actor), work, Ending.COMMITTED);
    }

    /**
     * The same for work that only looks: it too must record, for reading is recorded. The transaction is a writing one,
     * since its event is written.
     */
    public <T extends @Nullable Object> T read(Actor actor, Work<T> work) {
        requireRoom();
        return inTransaction(Opening.as(actor), work, Ending.COMMITTED);
    }

    /**
     * Runs the work as the actor and takes all of it back, its event too: what it found out is returned. The caller records
     * that it was tried.
     */
    public <T extends @Nullable Object> T rehearse(Actor actor, Work<T> work) {
        requireRoom();
        return inTransaction(Opening.as(actor), work, Ending.TAKEN_BACK);
    }

    /**
     * Looks while the database takes no writes: nothing can be written, and what happened is in the reserve before the
     * result is returned.
     *
     * @param pass what shows row security that an emergency opening of a file holds though it has no row; empty for none
     */
    public <T extends @Nullable Object> T inReserve(Actor actor, String pass, EventReserve reserve, Work<T> work) {
        return inTransaction(new Opening(actor, pass, reserve), work, Ending.COMMITTED);
    }

    /**
     * Work of the node itself: sessions, sequencing, public registers. No actor is set, so row security shows no row of
     * a P; nothing has to be recorded.
     */
    @CanIgnoreReturnValue
    public <T extends @Nullable Object> T asNode(Work<T> work) {
        return inTransaction(Opening.NODE, work, Ending.SILENT);
    }

    /**
     * Runs a statement that PostgreSQL takes outside of any transaction, such as VACUUM: housekeeping of tables, which
     * shows and changes nobody's data.
     */
    public void outsideTransaction(@CompileTimeConstant String statement) {
        permits.acquire();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(statement)
                    .update();
        } catch (SQLException failure) {
            throw Optional.ofNullable(TRANSLATOR.translate("housekeeping", null, failure))
                    .orElseGet(() -> new UncategorizedSQLException("housekeeping", null, failure));
        } finally {
            permits.release();
        }
    }

    private <T extends @Nullable Object> T inTransaction(Opening opening, Work<T> work, Ending ending) {
        permits.acquire();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                Tx tx = begin(connection, client, opening);
                T result = work.run(tx);
                if (ending == Ending.TAKEN_BACK) {
                    connection.rollback();
                    return result;
                }
                if (ending == Ending.COMMITTED && !tx.recorded()) {
                    throw new IllegalStateException("nothing was recorded: the transaction is not committed");
                }
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (DataAccessException failure) {
            throw DatabaseFaults.find(failure)
                    .<RuntimeException>map(told -> told)
                    .orElse(failure);
        } catch (SQLException failure) {
            Optional<ProblemException> told = DatabaseFaults.find(failure);
            if (told.isPresent()) {
                throw told.get();
            }
            // A failure without a state of SQL, such as a pool that is closed, is translated to nothing.
            throw Optional.ofNullable(TRANSLATOR.translate("transaction", null, failure))
                    .orElseGet(() -> new UncategorizedSQLException("transaction", null, failure));
        } finally {
            permits.release();
        }
    }

    private Tx begin(Connection connection, JdbcClient client, Opening opening) throws SQLException {
        Actor actor = opening.actor();
        EventReserve reserve = opening.reserve();
        if (reserve != null) {
            // Before the first statement; the pool takes it back with the connection.
            connection.setReadOnly(true);
        }
        if (actor != null) {
            name(client, actor, opening.pass());
        }
        return actor != null && reserve != null
                ? new Tx(connection, client, event -> reserve.keep(actor, event))
                : Tx.recording(connection, client, clock);
    }

    private void requireRoom() {
        if (!hasRoom.getAsBoolean()) {
            throw new NoRoomException();
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static void name(JdbcClient client, Actor actor, String pass) {
        client.sql("""
                SELECT set_config('fourfold.member', :member, true),
                       set_config('fourfold.role', :role, true),
                       set_config('fourfold.purpose', :purpose, true),
                       set_config('fourfold.organisation', :organisation, true),
                       set_config('fourfold.pass', :pass, true)
                """)
                .param("member", actor.member().toString())
                .param("role", actor.role().name())
                .param("purpose", actor.purpose().name())
                .param("organisation", actor.organisation().toString())
                .param("pass", pass)
                .query((rs, n) -> 0)
                .list();
    }
}
