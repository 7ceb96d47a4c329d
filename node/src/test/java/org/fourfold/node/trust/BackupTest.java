package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.trust.internal.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class BackupTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String CANARY = "canary-7f3k-unlikely-words";
    private static final EventType DONE = new EventType("test.done");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Actor ACTOR = new Actor(
            MemberId.random(RANDOM), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, OrganisationId.random(RANDOM));

    /** What a P's table looks like: forced row security, an identity, a generated column, a row a migration put there. */
    private static final String TABLE = """
            CREATE TABLE trust.sample (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, file uuid, body bytea,
                size int GENERATED ALWAYS AS (length(body)) STORED);
            INSERT INTO trust.sample (body) VALUES ('\\x00');
            ALTER TABLE trust.sample ENABLE ROW LEVEL SECURITY;
            ALTER TABLE trust.sample FORCE ROW LEVEL SECURITY;
            CREATE POLICY mine ON trust.sample TO fourfold_protection USING (true) WITH CHECK (true);
            CREATE POLICY backup ON trust.sample FOR SELECT TO fourfold_backup USING (true);
            GRANT ALL ON trust.sample TO fourfold_protection;
            GRANT SELECT ON trust.sample TO fourfold_backup;
            """;

    private static final Restore.Schema IN_PLACE = new Restore.Schema() {
        @Override
        public void migrateTo(String lastVersion) {
            assertThat(lastVersion).isNotEmpty();
        }

        @Override
        public void migrateOn() {
            // The template of the tests has every migration already.
        }
    };

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase source = TestDatabase.fresh();
    private final TestDatabase target = TestDatabase.fresh();
    private Keyring keyring = keyring(source, "unused");

    @BeforeEach
    void open() {
        source.owner(TABLE);
        target.owner(TABLE);
        keyring = keyring(source, "source");
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private Keyring keyring(TestDatabase database, String home) {
        return new Keyring(
                folder.resolve(home).resolve("keys"),
                database.database("trust"),
                new Argon2id(),
                RANDOM,
                InstantSource.system());
    }

    private Backup backup() {
        return new Backup(
                source.databases(), new Home(folder.resolve("source")), Optional::empty, InstantSource.system());
    }

    private Restore restore() {
        return new Restore(
                target.databases(), new Home(folder.resolve("target")), new Argon2id(), InstantSource.system());
    }

    private Backup.Written write(String name) throws IOException {
        return backup().write(
                        ACTOR, Files.createDirectories(folder.resolve(name)).resolve("body.age"));
    }

    private CaseFileId open(String text) {
        CaseFileId file = CaseFileId.random(RANDOM);
        FileKey key = keyring.create(file);
        byte[] sealed = key.seal(FieldGroup.NOTES, Revision.FIRST, text.getBytes(StandardCharsets.UTF_8))
                .bytes();
        source.database("protection").write(ACTOR, tx -> {
            key.keep(tx);
            tx.sql("INSERT INTO trust.sample (file, body) VALUES (:file, :body)")
                    .with("file", file.value())
                    .with("body", sealed)
                    .update();
            tx.record(Event.of(DONE).about(file.value()));
            return true;
        });
        return file;
    }

    private static Ciphertext body(TestDatabase database, CaseFileId file) {
        return database.database("protection")
                .asNode(tx -> tx.sql("SELECT body FROM trust.sample WHERE file = :file")
                        .with("file", file.value())
                        .one((rs, n) -> Ciphertext.of(rs.getBytes(1))));
    }

    private static String read(Keyring keys, TestDatabase database, CaseFileId file) {
        byte[] text = keys.find(file).orElseThrow().open(FieldGroup.NOTES, Revision.FIRST, body(database, file));
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String contents(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM " + table + " t")) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Test
    void whatWasBackedUpIsReadElsewhereWithThePassphrase() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = open(CANARY);
        Backup.Written written = write("out");
        String sampleBefore = contents(source, "trust.sample");

        restore().withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), IN_PLACE);

        Keyring elsewhere = keyring(target, "target");
        elsewhere.unlock(PASSPHRASE.toCharArray());
        assertThat(read(elsewhere, target, file)).isEqualTo(CANARY);
        assertThat(contents(target, "trust.sample")).isEqualTo(sampleBefore);
        assertThat(contents(target, "trust.event")).contains(file.toString()).contains("backup.restored");
        assertThat(Catalogue.forced(target.superuser())).contains("trust.sample");
        assertThat(new Backups(folder.resolve("target/backups")).state().lastRestoreTried())
                .isPresent();
        assertThat(new Backups(folder.resolve("source/backups")).state().lastBackup())
                .isPresent();
    }

    @Test
    void numbersGoOnAfterTheRestoredOnes() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        open("one");
        Backup.Written written = write("out");
        restore().withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), IN_PLACE);

        long next = target.database("protection")
                .asNode(tx -> tx.sql("INSERT INTO trust.sample (body) VALUES ('') RETURNING id")
                        .one((rs, n) -> rs.getLong(1)));
        assertThat(next).isEqualTo(3);
    }

    @Test
    void anOldBodyWithTodaysKeyFileGivesBackEverythingButTheErased() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId kept = open("kept");
        CaseFileId erased = open("erased");
        Backup.Written old = write("old");
        source.database("protection").write(ACTOR, tx -> {
            tx.record(Event.of(DONE).about(erased.value()));
            return keyring.destroy(tx, erased);
        });
        keyring.turn();
        Backup.Written today = write("today");

        restore().withPassphrase(old.body(), today.keys(), PASSPHRASE.toCharArray(), IN_PLACE);

        Keyring elsewhere = keyring(target, "target");
        elsewhere.unlock(PASSPHRASE.toCharArray());
        assertThat(read(elsewhere, target, kept)).isEqualTo("kept");
        assertThat(body(target, erased).bytes()).isNotEmpty();
        assertThat(elsewhere.find(erased)).isEmpty();
    }

    @Test
    void theRecoverySheetRestoresToo() throws Exception {
        RecoverySheet sheet = keyring.initialise(PASSPHRASE.toCharArray());
        open("one");
        Backup.Written written = write("out");

        var restored = restore().withCode(written.body(), written.keys(), String.join("", sheet.groups()), IN_PLACE);

        assertThat(restored.rows())
                .isEqualTo(written.rows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void aLockedNodeCanBackUpAndTheFilesHoldNothingInClear() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        CaseFileId file = open(CANARY);
        keyring.lock();

        Backup.Written written = write("out");

        for (Path each : java.util.List.of(written.body(), written.keys())) {
            String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .doesNotContain(CANARY)
                    .doesNotContain(file.toString())
                    .doesNotContain("sample");
        }
    }

    @Test
    void everyTableStandsInTheBackup() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        Set<String> tables = new HashSet<>();
        try (Connection superuser = source.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.remove("migration.flyway_schema_history");

        assertThat(write("out").rows().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void aTableTheBackupsUserDoesNotSeeWhollyStopsTheBackup() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        source.owner("DROP POLICY backup ON trust.sample");

        assertThatThrownBy(() -> write("out")).hasMessage("trust.backup-incomplete");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void aWrongPassphraseIsTold() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        Backup.Written written = write("out");

        assertThatThrownBy(() -> restore()
                        .withPassphrase(written.body(), written.keys(), "not the passphrase".toCharArray(), IN_PLACE))
                .hasMessage("trust.wrong-passphrase");
    }

    @Test
    void aCutOrDamagedFileChangesNothing() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        open("one");
        Backup.Written written = write("out");
        byte[] whole = Files.readAllBytes(written.body());
        String before = contents(target, "trust.sample");

        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(written.body(), Arrays.copyOf(whole, length));
            assertRefused(written);
        }
        for (int at : new int[] {40, 150, whole.length / 2, whole.length - 5}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(written.body(), changed);
            assertRefused(written);
        }
        assertThat(contents(target, "trust.sample")).isEqualTo(before);
        assertThat(folder.resolve("target/keys")).doesNotExist();
    }

    private void assertRefused(Backup.Written written) {
        assertThatThrownBy(() ->
                        restore().withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), IN_PLACE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems().getFirst().code())
                                .isIn("trust.backup-damaged", "trust.backup-cut-off", "trust.backup-other-keys"));
    }

    @Test
    void aFilledTargetIsRefused() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        Backup.Written written = write("out");
        target.database("protection").write(ACTOR, tx -> {
            tx.record(Event.of(DONE));
            return true;
        });

        assertThatThrownBy(() ->
                        restore().withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), IN_PLACE))
                .hasMessage("trust.restore-not-empty");
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        source.owner("INSERT INTO migration.flyway_schema_history"
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " VALUES (9999, '99991231235959', 'later', 'SQL', 'later', 'owner', 1, true)");
        Backup.Written written = write("out");

        assertThatThrownBy(() ->
                        restore().withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), IN_PLACE))
                .hasMessage("trust.backup-newer");
    }

    @Test
    void theKeysOfAnotherOrganisationAreRefused() throws Exception {
        keyring.initialise(PASSPHRASE.toCharArray());
        Backup.Written written = write("out");
        try (TestDatabase other = TestDatabase.fresh()) {
            keyring(other, "other").initialise(PASSPHRASE.toCharArray());
            Backup.Written foreign = new Backup(
                            other.databases(),
                            new Home(folder.resolve("other")),
                            Optional::empty,
                            InstantSource.system())
                    .write(
                            ACTOR,
                            Files.createDirectories(folder.resolve("foreign")).resolve("body.age"));

            assertThatThrownBy(() -> restore()
                            .withPassphrase(written.body(), foreign.keys(), PASSPHRASE.toCharArray(), IN_PLACE))
                    .hasMessage("trust.backup-other-keys");
        }
    }
}
