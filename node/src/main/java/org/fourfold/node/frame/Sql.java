package org.fourfold.node.frame;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement with named parameters, bound to one transaction. Made by {@link Tx#sql}, which takes only compile-time
 * constants: no text from outside can become SQL.
 */
@CheckReturnValue
public final class Sql {

    private final JdbcClient.StatementSpec statement;

    Sql(JdbcClient.StatementSpec statement) {
        this.statement = statement;
    }

    /** Binds {@code :name}. Instants become timestamps with time zone, enums their name, null a null. */
    public Sql with(String name, @Nullable Object value) {
        return new Sql(statement.param(name, toDatabase(value)));
    }

    public <T> List<T> list(RowMapper<T> row) {
        return statement.query(row).list();
    }

    public <T> Optional<T> optional(RowMapper<T> row) {
        return statement.query(row).optional();
    }

    /** The one row there must be; throws when there is none or more than one. */
    public <T> T one(RowMapper<T> row) {
        return statement.query(row).single();
    }

    /** Rows as they come from the server; must be closed within the transaction. */
    public <T> Stream<T> stream(RowMapper<T> row) {
        return statement.query(row).stream();
    }

    /** Runs an insert, update or delete; the number of rows touched. */
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public int update() {
        return statement.update();
    }

    /** Runs a query for what it does, such as a function that returns nothing. */
    public void run() {
        statement.query((rs, n) -> 0).list();
    }

    private static @Nullable Object toDatabase(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
