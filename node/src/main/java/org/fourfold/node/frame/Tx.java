package org.fourfold.node.frame;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One transaction of one module, open for the length of a {@link Database.Work}. No other module's façade is called
 * while it is open.
 */
public final class Tx {

    private final Connection connection;
    private final JdbcClient client;
    private final Consumer<Event> events;
    private boolean recorded;

    Tx(Connection connection, JdbcClient client, Consumer<Event> events) {
        this.connection = connection;
        this.client = client;
        this.events = events;
    }

    /** Events go into the record, in this very transaction. */
    static Tx recording(Connection connection, JdbcClient client, InstantSource clock) {
        return new Tx(connection, client, event -> append(client, clock, event));
    }

    /** A statement with {@code :named} parameters. Only a compile-time constant is taken (checked by the compiler). */
    public Sql sql(@CompileTimeConstant String text) {
        return new Sql(client.sql(text));
    }

    /**
     * Records what happens, in this very transaction: either both are kept or neither. A transaction that records
     * nothing is not committed.
     */
    public void record(Event event) {
        events.accept(event);
        recorded = true;
    }

    private static void append(JdbcClient client, InstantSource clock, Event event) {
        String groups = event.groups().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        client.sql("SELECT trust.append(:at, :type, :subject, :groups, :count, :detail, :sealed)")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("type", event.type().code())
                .param("subject", event.subject().orElse(null), java.sql.Types.OTHER)
                .param("groups", groups)
                .param("count", event.count())
                .param("detail", event.detail())
                .param("sealed", event.sealed().map(Ciphertext::bytes).orElse(null), java.sql.Types.BINARY)
                .query((rs, n) -> 0)
                .list();
    }

    /** The driver's connection, for COPY only. */
    public Connection connectionForCopy() {
        return connection;
    }

    boolean recorded() {
        return recorded;
    }
}
