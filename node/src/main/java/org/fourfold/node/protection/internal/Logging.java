package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.NightEntry;
import org.fourfold.node.protection.NightRead;
import org.fourfold.node.protection.NightRecord;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SealBrokenException;

/** What the night writes down, and who took over. */
public final class Logging {

    private static final String LABEL = "night-log";
    private static final Set<FieldGroup> GROUP = Set.of(FieldGroup.NEEDS);

    /** More than any night, and any file, has. */
    private static final int ROWS_MAX = 500;

    private final Gate gate;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    private record Stored(
            UUID id, LocalDate night, Instant at, MemberId author, Optional<CaseFileId> file, Ciphertext sealed) {}

    private record Found(
            List<Stored> entries, List<NightRead> reads, List<CaseFile> files, List<ContentRows.Stored> names) {}

    public Logging(Gate gate, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.gate = gate;
        this.keyring = keyring;
        this.clock = clock;
        this.random = random;
    }

    public NightRecord of(Actor actor, LocalDate night) {
        Found found = gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            List<Stored> entries = entries(tx, night);
            List<CaseFile> files = FileRows.ofIds(
                    tx,
                    entries.stream()
                            .flatMap(entry -> entry.file().stream())
                            .map(CaseFileId::value)
                            .distinct()
                            .toList());
            tx.record(Event.of(Events.NIGHT_SHOWN)
                    .groups(EnumSet.of(FieldGroup.IDENTITY, FieldGroup.NEEDS))
                    .count(entries.size()));
            return new Found(
                    entries,
                    reads(tx, night),
                    files,
                    ContentRows.documents(
                            tx,
                            FieldGroup.IDENTITY,
                            files.stream().map(CaseFile::id).toList()));
        });
        return new NightRecord(night, opened(found), found.reads());
    }

    private List<NightEntry> opened(Found found) {
        Map<CaseFileId, CaseFile> files =
                found.files().stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        Map<CaseFileId, FileKey> keys = keyring.findAll(new HashSet<>(files.keySet()));
        Map<CaseFileId, ContentRows.Stored> names =
                found.names().stream().collect(Collectors.toMap(ContentRows.Stored::file, Function.identity()));
        Box box = keyring.box(LABEL);
        return found.entries().stream()
                .flatMap(entry -> entry.file().isEmpty()
                        ? aboutHouse(box, entry).stream()
                        : aboutFile(entry, entry.file().get(), files, keys, names).stream())
                .toList();
    }

    private static Optional<NightEntry> aboutFile(
            Stored entry,
            CaseFileId id,
            Map<CaseFileId, CaseFile> files,
            Map<CaseFileId, FileKey> keys,
            Map<CaseFileId, ContentRows.Stored> names) {
        return Optional.ofNullable(keys.get(id))
                .map(key -> new NightEntry(
                        entry.id(),
                        entry.night(),
                        entry.at(),
                        entry.author(),
                        Optional.ofNullable(files.get(id)),
                        Optional.ofNullable(names.get(id))
                                .flatMap(text -> Documents.readAnswers(
                                                key.open(text.group(), text.revision(), text.text()))
                                        .given(Field.NAME)),
                        DayDocuments.entry(key, entry.id(), entry.sealed())));
    }

    /** One whose box opens no more is as good as cleared away. */
    private static Optional<NightEntry> aboutHouse(Box box, Stored entry) {
        try {
            String text = DayDocuments.plainEntry(box.open(context(entry.id()), entry.sealed()));
            return Optional.of(new NightEntry(
                    entry.id(), entry.night(), entry.at(), entry.author(), Optional.empty(), Optional.empty(), text));
        } catch (SealBrokenException gone) {
            return Optional.empty();
        }
    }

    /** What nights wrote down about the person of a file, the latest first. */
    static List<NightEntry> about(Tx tx, FileKey key, CaseFile file) {
        return tx.sql("""
                SELECT id, night, at, author, file, ciphertext FROM protection.night_entry
                WHERE file = :file ORDER BY at DESC, id LIMIT :rows
                """).with("file", file.id().value()).with("rows", ROWS_MAX).list(Logging::stored).stream()
                .map(stored -> new NightEntry(
                        stored.id(),
                        stored.night(),
                        stored.at(),
                        stored.author(),
                        Optional.of(file),
                        Optional.empty(),
                        DayDocuments.entry(key, stored.id(), stored.sealed())))
                .toList();
    }

    public void write(Actor actor, LocalDate night, Optional<CaseFileId> file, String text) {
        UUID id = RandomIds.uuid(random);
        Instant now = clock.instant();
        if (file.isPresent()) {
            FileKey key = Consenting.key(keyring, file.get());
            gate.pass(actor, file.get(), Operation.WRITE, GROUP, (tx, entry) -> {
                requireRoom(tx, night);
                insert(tx, actor, new Stored(id, night, now, actor.member(), file, DayDocuments.seal(key, id, text)));
                tx.record(
                        Event.of(Events.NIGHT_WRITTEN).about(file.get().value()).groups(GROUP));
                return id;
            });
            return;
        }
        Ciphertext sealed = keyring.box(LABEL).seal(context(id), DayDocuments.plainEntry(text));
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            requireRoom(tx, night);
            insert(tx, actor, new Stored(id, night, now, actor.member(), Optional.empty(), sealed));
            tx.record(Event.of(Events.HOUSE_WRITTEN));
            return id;
        });
        dropOld();
    }

    /** What is shown is limited; so nothing is taken that would not be shown. */
    private static void requireRoom(Tx tx, LocalDate night) {
        if (entries(tx, night).size() >= ROWS_MAX) {
            throw new ProblemException(Problem.of("protection.night-full"));
        }
    }

    public void read(Actor actor, LocalDate night) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.sql("""
                    INSERT INTO protection.night_read (organisation, night, reader, at)
                    VALUES (:organisation, :night, :reader, :at) ON CONFLICT DO NOTHING
                    """)
                    .with("organisation", actor.organisation().value())
                    .with("night", night)
                    .with("reader", actor.member().value())
                    .with("at", clock.instant())
                    .update();
            tx.record(Event.of(Events.NIGHT_READ));
            return night;
        });
    }

    /** The node's own housekeeping: what was said of the house goes after its days, whoever wrote it. */
    private void dropOld() {
        gate.asNode(tx -> tx.sql("""
                DELETE FROM protection.night_entry
                WHERE file IS NULL AND at < statement_timestamp() - interval '30 days'
                """).update());
    }

    private static List<Stored> entries(Tx tx, LocalDate night) {
        return tx.sql("""
                SELECT id, night, at, author, file, ciphertext FROM protection.night_entry
                WHERE night = :night ORDER BY at, id LIMIT :rows
                """).with("night", night).with("rows", ROWS_MAX).list(Logging::stored);
    }

    private static List<NightRead> reads(Tx tx, LocalDate night) {
        return tx.sql("""
                SELECT reader, max(at) AS at FROM protection.night_read WHERE night = :night
                GROUP BY reader ORDER BY at, reader LIMIT :rows
                """)
                .with("night", night)
                .with("rows", ROWS_MAX)
                .list((rs, n) ->
                        new NightRead(new MemberId(rs.getObject("reader", UUID.class)), FileRows.instant(rs, "at")));
    }

    private static void insert(Tx tx, Actor actor, Stored entry) {
        tx.sql("""
                INSERT INTO protection.night_entry (id, organisation, night, at, author, file, ciphertext)
                VALUES (:id, :organisation, :night, :at, :author, :file, :sealed)
                """)
                .with("id", entry.id())
                .with("organisation", actor.organisation().value())
                .with("night", entry.night())
                .with("at", entry.at())
                .with("author", entry.author().value())
                .with("file", entry.file().map(CaseFileId::value).orElse(null))
                .with("sealed", entry.sealed().bytes())
                .update();
    }

    private static Stored stored(ResultSet rs, int number) throws SQLException {
        return new Stored(
                rs.getObject("id", UUID.class),
                rs.getObject("night", LocalDate.class),
                FileRows.instant(rs, "at"),
                new MemberId(rs.getObject("author", UUID.class)),
                Optional.ofNullable(rs.getObject("file", UUID.class)).map(CaseFileId::new),
                Ciphertext.of(rs.getBytes("ciphertext")));
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
