package org.fourfold.node.ground;

import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * The one history of the schema: one folder a module under {@code db/migration}, versions are UTC timestamps, run as the
 * owner. A room chosen later brings older versions with it, so order across folders is not asked for; a version this
 * program does not know is refused.
 */
final class Migrations {

    /** The schema of Flyway's own table. */
    static final String HISTORY_SCHEMA = "migration";

    /** Every version this program has. */
    private static final String ALL = "latest";

    private final Flyway flyway;

    Migrations(DataSource owner, Set<String> modules) {
        this(owner, modules, ALL);
    }

    /** Those up to a version, for restoring what an older program wrote. */
    Migrations(DataSource owner, Set<String> modules, String lastVersion) {
        String[] locations = new TreeSet<>(modules)
                .stream().map(module -> "classpath:db/migration/" + module).toArray(String[]::new);
        this.flyway = Flyway.configure()
                .dataSource(owner)
                .locations(locations)
                .target(lastVersion)
                .defaultSchema(HISTORY_SCHEMA)
                .schemas(HISTORY_SCHEMA)
                .createSchemas(true)
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                // By default a newer schema than the program's passes unseen.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /** Whether there is work to do on a schema that holds data already: the moment for a backup. */
    boolean changesExistingSchema() {
        var info = flyway.info();
        return info.current() != null && info.pending().length > 0;
    }

    /** Brings the schema up to this program; how many steps were taken. */
    int run() {
        refuseNewer();
        return flyway.migrate().migrationsExecuted;
    }

    private void refuseNewer() {
        try {
            var outcome = flyway.validateWithResult();
            boolean unknown = outcome.invalidMigrations.stream()
                    .anyMatch(each ->
                            each.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED);
            if (unknown) {
                throw new ProblemException(Problem.of("ground.schema-newer"));
            }
        } catch (FlywayValidateException e) {
            throw new ProblemException(Problem.of("ground.schema-newer"));
        }
    }
}
