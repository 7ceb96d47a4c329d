package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MigrationsTest {

    @Test
    void aRoomThatIsChosenLaterBringsItsSchemaThen() {
        try (TestDatabase test = TestDatabase.empty()) {
            assertThat(migrations(test, Set.of("trust", "access")).run()).isPositive();
            assertThat(schemas(test)).contains("trust,").doesNotContain("registry,");
            Migrations more = migrations(test, Set.copyOf(Roles.MODULES));
            assertThat(more.changesExistingSchema()).isTrue();
            assertThat(more.run()).isPositive();
            assertThat(migrations(test, Set.copyOf(Roles.MODULES)).run()).isZero();
        }
    }

    @Test
    void anEmptyDatabaseHasNothingToBackUp() {
        try (TestDatabase test = TestDatabase.empty()) {
            assertThat(migrations(test, Set.of("trust")).changesExistingSchema())
                    .isFalse();
        }
    }

    @Test
    void aSchemaNewerThanTheProgramIsRefusedAndNotChanged() {
        try (TestDatabase test = TestDatabase.fresh()) {
            test.owner("""
                    INSERT INTO migration.flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    SELECT max(installed_rank) + 1, '29991231235959', 'later', 'SQL', 'later.sql', 1, 'x', 1, true
                    FROM migration.flyway_schema_history
                    """);

            assertThatThrownBy(() -> migrations(test, Set.copyOf(Roles.MODULES)).run())
                    .hasMessage("ground.schema-newer");
        }
    }

    private static Migrations migrations(TestDatabase test, Set<String> modules) {
        return new Migrations(test.address().as(test.databases().credential(Roles.OWNER)), modules);
    }

    private static String schemas(TestDatabase test) {
        return test.database("trust")
                .asNode(tx -> tx.sql("SELECT string_agg(nspname || ',', '' ORDER BY nspname) FROM pg_namespace")
                        .one((rs, n) -> rs.getString(1)));
    }
}
