package org.fourfold.node.trust;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.trust.internal.AgeFile;
import org.fourfold.node.trust.internal.Catalogue;
import org.fourfold.node.trust.internal.KeyFileReader;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.LedgerFolder;
import org.fourfold.node.trust.internal.OrganisationKeyFile;
import org.fourfold.node.trust.internal.RecoveryCode;
import org.fourfold.node.trust.internal.RestoreInto;

/**
 * Brings a {@link Backup} back into an empty home: migrates to the backup's own version, fills every table in one
 * transaction, and migrates on. Either all of it is there afterwards or nothing. Runs before the web opens, with nobody
 * else at the database.
 */
public final class Restore {

    private static final EventType RESTORED = new EventType("backup.restored");
    private static final int CONFIGURATION_BYTES_MAX = 64 * 1024;
    private static final int VERSIONS_MAX = 100_000;

    /** What a node has whose first visit has not yet told its kind. */
    private static final Set<String> BEFORE_SETUP = Set.of("trust", "access", "registry");

    /** The schema's steps, done by who owns the ground. */
    public interface Schema {

        /** Brings an empty database up to a version and no further. */
        void migrateTo(String lastVersion);

        /** Goes on to this program's own version. */
        void migrateOn();
    }

    /**
     * What came back.
     *
     * @param rows the key tables' among them
     */
    public record Restored(long rows) {}

    /** Opens the organisation key of a key file. */
    @FunctionalInterface
    private interface Opening {
        byte[] open(OrganisationKeyFile file);
    }

    private record Head(List<String> versions, String configuration) {}

    private final Databases databases;
    private final Home home;
    private final Argon2id argon2id;
    private final InstantSource clock;

    public Restore(Databases databases, Home home, Argon2id argon2id, InstantSource clock) {
        this.databases = databases;
        this.home = home;
        this.argon2id = argon2id;
        this.clock = clock;
    }

    /** Into the home and the database that are held open, before any module runs. */
    public static Restore into(Ground ground, Argon2id argon2id, InstantSource clock) {
        return new Restore(ground.databases(), ground.home(), argon2id, clock);
    }

    /** The steps of a ground's schema, for the modules that the restored configuration names. */
    public static Schema schema(Ground ground) {
        return new Schema() {
            @Override
            public void migrateTo(String lastVersion) {
                ground.migrate(modules(), lastVersion);
            }

            @Override
            public void migrateOn() {
                ground.migrate(modules());
            }

            private Set<String> modules() {
                return NodeConfiguration.read(ground.home())
                        .map(configuration -> configuration.kind().modules())
                        .orElse(BEFORE_SETUP);
            }
        };
    }

    /** Restores with the passphrase that held when the key file was written. The caller overwrites it. */
    public Restored withPassphrase(Path body, Path keys, char[] passphrase, Schema schema) {
        return run(body, keys, schema, file -> {
            try {
                return file.open(passphrase, argon2id);
            } catch (SealBrokenException wrong) {
                throw new ProblemException(Problem.inField("trust.wrong-passphrase", "passphrase"));
            }
        });
    }

    /** Restores with the code on the recovery sheet. */
    public Restored withCode(Path body, Path keys, String code, Schema schema) {
        RecoveryCode parsed = RecoveryCode.parse(code);
        return run(body, keys, schema, file -> {
            try {
                return file.open(parsed);
            } catch (SealBrokenException wrong) {
                throw new ProblemException(Problem.inField("trust.recovery-other", "code"));
            }
        });
    }

    private Restored run(Path body, Path keys, Schema schema, Opening opening) {
        try {
            refuseFilled();
            long rows;
            try (InputStream keySource = new BufferedInputStream(Files.newInputStream(keys))) {
                rows = readKeys(KeyFileReader.open(keySource, Backup.KEYS_FORMAT), body, schema, opening);
            }
            schema.migrateOn();
            String published = LedgerFolder.lastPublished(home.ledger()).orElse("unknown");
            LedgerFolder.putAside(home.ledger(), "before", clock.instant());
            databases.of("trust").asNode(tx -> {
                tx.record(Event.of(RESTORED).count(rows).detail(published));
                return true;
            });
            new Backups(home.backups()).restoreTried(clock.instant());
            return new Restored(rows);
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.of("trust.backup-not-found"));
        } catch (EOFException e) {
            throw new ProblemException(Problem.of("trust.backup-cut-off"));
        } catch (IOException | SealBrokenException | IllegalStateException e) {
            throw new ProblemException(Problem.of("trust.backup-damaged"));
        } catch (GeneralSecurityException e) {
            throw new ProblemException(Problem.of("trust.backup-other-keys"));
        } catch (SQLException e) {
            throw new ProblemException(Problem.of("trust.restore-database"));
        }
    }

    private long readKeys(KeyFileReader reader, Path body, Schema schema, Opening opening)
            throws IOException, SQLException, GeneralSecurityException {
        byte[] organisation = opening.open(reader.organisation());
        RecipientStanzaReader identity = reader.identity(organisation);
        Arrays.fill(organisation, (byte) 0);
        try (DataInputStream keyRest = reader.rest(identity, Backup.KEYS_FORMAT);
                InputStream bodySource = new BufferedInputStream(Files.newInputStream(body));
                DataInputStream bodyStream = AgeFile.read(bodySource, identity)) {
            Map<String, String> keyFiles = reader.files(keyRest);
            Head head = head(bodyStream);
            boolean configured = configure(head);
            try {
                schema.migrateTo(head.versions().getLast());
                return fill(head, keyFiles, keyRest, bodyStream);
            } catch (IOException | SQLException | RuntimeException failure) {
                if (configured) {
                    Files.deleteIfExists(home.configuration());
                }
                throw failure;
            }
        }
    }

    /** The configuration comes first, for it names the modules that have a schema. Whether it was written here. */
    private boolean configure(Head head) throws IOException {
        if (head.configuration().isEmpty() || Files.exists(home.configuration())) {
            return false;
        }
        Files.createDirectories(home.path());
        Files.writeString(home.configuration(), head.configuration());
        return true;
    }

    private long fill(Head head, Map<String, String> keyFiles, DataInputStream keyRest, DataInputStream bodyStream)
            throws SQLException, IOException {
        try (Connection owner = databases.openOwner()) {
            owner.setAutoCommit(false);
            if (!Catalogue.versions(owner).containsAll(head.versions())) {
                throw new ProblemException(Problem.of("trust.backup-newer"));
            }
            RestoreInto target = RestoreInto.begin(owner);
            long rows = target.fill(bodyStream) + target.fill(keyRest);
            target.end(rows);
            // Before the commit: rows without their keys would be lost, keys without rows are replaced by the next try.
            KeyFolder folder = new KeyFolder(home.keys());
            keyFiles.forEach(folder::write);
            owner.commit();
            return rows;
        }
    }

    private static Head head(DataInputStream source) throws IOException {
        if (!source.readUTF().equals(Backup.BODY_FORMAT)) {
            throw new IOException("not a backup");
        }
        String written = source.readUTF();
        int length = source.readInt();
        if (written.isEmpty() || length < 0 || length > CONFIGURATION_BYTES_MAX) {
            throw new IOException("not a backup");
        }
        byte[] configuration = new byte[length];
        source.readFully(configuration);
        int count = source.readInt();
        if (count < 1 || count > VERSIONS_MAX) {
            throw new IOException("not a backup");
        }
        List<String> versions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            versions.add(source.readUTF());
        }
        return new Head(List.copyOf(versions), new String(configuration, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Any act on a node leaves an event: where there is none, nothing can be lost by filling it. */
    private void refuseFilled() throws SQLException {
        try (Connection owner = databases.openOwner();
                Statement statement = owner.createStatement()) {
            if (isTrue(statement, "SELECT to_regclass('trust.event') IS NOT NULL")
                    && isTrue(statement, "SELECT EXISTS (SELECT 1 FROM trust.event)")) {
                throw new ProblemException(Problem.of("trust.restore-not-empty"));
            }
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
