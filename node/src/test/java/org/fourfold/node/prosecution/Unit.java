package org.fourfold.node.prosecution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestRun;
import org.junit.jupiter.api.Assumptions;

/** An investigation unit: everything real, no web. */
final class Unit implements AutoCloseable {

    final RandomGenerator random = new SplittableRandom(20261126);
    final TestDatabase test = TestDatabase.fresh();
    final OrganisationId organisation = OrganisationId.random(random);
    final Prosecution prosecution = new Prosecution(test.database("prosecution"), InstantSource.system(), random);
    final Investigations investigations =
            new Investigations(test.database("prosecution"), InstantSource.system(), random);
    final Actor investigator = member(Role.INVESTIGATOR);

    private final Path folder = TestRun.folder("unit");

    /** An active member who holds the role, confirmed. */
    Actor member(Role role) {
        MemberId id = MemberId.random(random);
        superuser("""
                INSERT INTO access.member (id, sign_in_name, name, state, user_handle, created_at)
                VALUES ('%1$s', 'm' || left(md5('%1$s'), 20), 'Member', 'ACTIVE', decode(md5('%1$s') || md5('x%1$s'), 'hex'), now());
                INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
                VALUES (gen_random_uuid(), '%1$s', '%2$s', 'CONFIRMED', 'DEMONSTRATION', '%1$s', now(), now())
                """.formatted(id, role.name()));
        return new Actor(id, role, Purpose.INVESTIGATION, organisation);
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport take(String name, String text) {
        return take(write(name, text));
    }

    ImportReport take(Path file) {
        return prosecution.importEntities(
                investigator,
                file,
                String.valueOf(file.getFileName()),
                ImportOptions.plain().withPhoneCountry("gt"),
                ProgressListener.silent());
    }

    /** A file of the investigation data beside the repository; else the test says that it was skipped and why. */
    static Path real(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared/data/investigation").resolve(name);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/data/investigation/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("unreachable");
    }

    long count(String table) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM prosecution." + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void superuser(String sql) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        test.close();
    }
}
