package org.fourfold.node.trust;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.internal.AgeFile;
import org.fourfold.node.trust.internal.BackupFiles;
import org.fourfold.node.trust.internal.BackupIdentity;
import org.fourfold.node.trust.internal.BackupTable;
import org.fourfold.node.trust.internal.Catalogue;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.LogKeyFile;
import org.fourfold.node.trust.internal.OrganisationKeyFile;
import org.fourfold.node.trust.internal.TableStream;

/**
 * Writes a backup: one age file with every table in one snapshot (the body), and a small one beside it with the wrapped
 * keys, which always has the same name, so that the newer replaces the older. The body alone opens no case file; an old
 * body with the newest key file gives back everything but what was erased since. Works while the node is locked.
 *
 * <p>Formats: docs/formats/backup.md. Memory: one chunk of one table. Restoring: {@link Restore}.
 */
public final class Backup {

    /** The name of the key file in the folder of the body. */
    public static final String KEYS_NAME = "fourfold-keys.age";

    static final String BODY_FORMAT = "fourfold backup 1";
    static final String KEYS_FORMAT = "fourfold keys 1";
    private static final EventType WRITTEN = new EventType("backup.written");

    private final Databases databases;
    private final Home home;
    private final Supplier<Optional<Map<String, Long>>> rowCounts;
    private final InstantSource clock;

    /**
     * What was written.
     *
     * @param rows by table, as {@code schema.table}
     */
    public record Written(Path body, Path keys, Map<String, Long> rows) {

        public Written {
            rows = Map.copyOf(rows);
        }
    }

    private record Snapshot(List<BackupTable> tables, Map<String, String> keyFiles) {}

    private record Drafts(Path body, Path keys) {}

    /** With how many rows there are by one who sees all, where the node runs the server. */
    public Backup(
            Databases databases, Home home, Supplier<Optional<Map<String, Long>>> rowCounts, InstantSource clock) {
        this.databases = databases;
        this.home = home;
        this.rowCounts = rowCounts;
        this.clock = clock;
    }

    /** Writes body and keys. Neither gets its name before both are whole, checked, and the event is recorded. */
    public Written write(Actor actor, Path body) {
        Path keys = body.toAbsolutePath().resolveSibling(KEYS_NAME);
        Map<String, Long> rows = new LinkedHashMap<>();
        try {
            Optional<Map<String, Long>> before = rowCounts.get();
            Drafts drafts = draft(body, keys, rows);
            compare(rows, before, rowCounts.get());
            databases.of("trust").write(actor, tx -> {
                long all = rows.values().stream().mapToLong(Long::longValue).sum();
                tx.record(Event.of(WRITTEN).count(all));
                return true;
            });
            BackupFiles.finish(drafts.body(), body);
            BackupFiles.finish(drafts.keys(), keys);
            new Backups(home.backups()).backedUp(clock.instant());
            return new Written(body, keys, rows);
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.backup-not-written"));
        } catch (SQLException e) {
            throw new ProblemException(Problem.of("trust.backup-database"));
        }
    }

    private Drafts draft(Path body, Path keys, Map<String, Long> rows) throws IOException, SQLException {
        KeyFolder folder = new KeyFolder(home.keys());
        BackupIdentity identity = folder.read(BackupIdentity.NAME)
                .map(BackupIdentity::parse)
                .orElseThrow(() -> new ProblemException(Problem.of("trust.keys-missing")));
        List<String> versions;
        try (Connection owner = databases.openOwner()) {
            versions = Catalogue.versions(owner);
        }
        try (Connection connection = databases.openBackup()) {
            Snapshot snapshot = snapshot(connection, folder);
            List<BackupTable> tables = snapshot.tables();
            refuseHidden(Catalogue.hiddenFromBackup(connection));
            List<BackupTable> keyTables = new ArrayList<>(tables);
            keyTables.removeIf(table -> !Catalogue.KEY_TABLES.contains(table.plain()));
            List<BackupTable> bodyTables = new ArrayList<>(tables);
            bodyTables.removeAll(keyTables);
            Path bodyDraft = BackupFiles.begin(body.toAbsolutePath(), target -> {
                try (DataOutputStream out = AgeFile.write(target, identity.writer())) {
                    head(out, versions);
                    tables(connection, bodyTables, out, rows);
                } catch (GeneralSecurityException e) {
                    throw new IOException("age cannot encrypt", e);
                }
            });
            Path keysDraft = BackupFiles.begin(
                    keys, target -> keyFile(target, snapshot.keyFiles(), identity, connection, keyTables, rows));
            return new Drafts(bodyDraft, keysDraft);
        }
    }

    /**
     * Rows and key files of one moment: while the epoch is held, no key is wrapped anew and none is destroyed. The hold
     * is taken before the snapshot and let go as soon as both are taken, so that nobody who opens a file waits long.
     */
    private static Snapshot snapshot(Connection connection, KeyFolder folder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock_shared(4664, 2)");
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Snapshot snapshot = new Snapshot(Catalogue.tables(connection), folder.readAll());
            statement.execute("SELECT pg_advisory_unlock_shared(4664, 2)");
            return snapshot;
        }
    }

    private void head(DataOutputStream out, List<String> versions) throws IOException {
        out.writeUTF(BODY_FORMAT);
        out.writeUTF(clock.instant().toString());
        byte[] configuration =
                Files.exists(home.configuration()) ? Files.readAllBytes(home.configuration()) : new byte[0];
        out.writeInt(configuration.length);
        out.write(configuration);
        out.writeInt(versions.size());
        for (String version : versions) {
            out.writeUTF(version);
        }
    }

    private static void tables(
            Connection connection, List<BackupTable> tables, DataOutputStream out, Map<String, Long> rows)
            throws IOException, SQLException {
        long all = 0;
        for (BackupTable table : tables) {
            long written = TableStream.write(connection, table, out);
            rows.put(table.plain(), written);
            all += written;
        }
        TableStream.end(out, all);
    }

    /** First in clear what the passphrase opens, then, encrypted like the body, what that opens. */
    private static void keyFile(
            OutputStream target,
            Map<String, String> keyFiles,
            BackupIdentity identity,
            Connection connection,
            List<BackupTable> tables,
            Map<String, Long> rows)
            throws IOException, SQLException {
        Map<String, String> files = new LinkedHashMap<>(keyFiles);
        String organisation = Optional.ofNullable(files.remove(OrganisationKeyFile.NAME))
                .orElseThrow(() -> new ProblemException(Problem.of("trust.keys-missing")));
        files.remove(BackupIdentity.NAME);
        // A restored node begins a new log: the old one's key in two places could sign two stories.
        files.remove(LogKeyFile.NAME);
        // Not closed: the stream below it goes on.
        @SuppressWarnings("resource")
        DataOutputStream clear = new DataOutputStream(target);
        clear.writeUTF(KEYS_FORMAT);
        clear.writeUTF(organisation);
        clear.writeUTF(identity.text());
        clear.flush();
        try (DataOutputStream out = AgeFile.write(target, identity.writer())) {
            out.writeUTF(KEYS_FORMAT);
            out.writeInt(files.size());
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.writeUTF(file.getKey());
                out.write(lengthAndBytes(file.getValue()));
            }
            tables(connection, tables, out, rows);
        } catch (GeneralSecurityException e) {
            throw new IOException("age cannot encrypt", e);
        }
    }

    private static byte[] lengthAndBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return java.nio.ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static void refuseHidden(List<String> hidden) {
        if (!hidden.isEmpty()) {
            throw new ProblemException(Problem.of("trust.backup-incomplete").with("tables", String.join(", ", hidden)));
        }
    }

    /** While others go on writing, a table's count lies between the one before and the one after. */
    private static void compare(
            Map<String, Long> written, Optional<Map<String, Long>> before, Optional<Map<String, Long>> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        List<String> wrong = written.entrySet().stream()
                .filter(table -> {
                    long first = before.get().getOrDefault(table.getKey(), 0L);
                    long last = after.get().getOrDefault(table.getKey(), 0L);
                    return table.getValue() < Math.min(first, last) || table.getValue() > Math.max(first, last);
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        refuseHidden(wrong);
    }
}
