package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;

/** The ciphertexts of a file: one for each group and revision. */
public final class ContentRows {

    /** One stored text. Its revision counts within the file's group; notes share one row of revisions. */
    public record Stored(CaseFileId file, FieldGroup group, Revision revision, UUID item, Ciphertext text) {}

    private ContentRows() {}

    /** The newest document of each of these groups, and of the notes each one, the newest first. */
    public static List<Stored> newest(Tx tx, CaseFileId file, Set<FieldGroup> groups, int rows) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT c.file, c.field_group, c.revision, c.item, c.ciphertext
                FROM protection.content c
                WHERE c.file = :file AND c.field_group IN (:groups) AND (c.item = c.file OR c.field_group = 'NOTES')
                  AND c.item <> :imported
                  AND NOT EXISTS (SELECT FROM protection.content d WHERE d.file = c.file
                                  AND d.field_group = c.field_group AND d.item = c.item AND d.revision > c.revision)
                ORDER BY c.revision DESC LIMIT :rows
                """)
                .with("file", file.value())
                .with("groups", names(groups))
                .with("imported", ImportedRecords.item(file))
                .with("rows", rows)
                .list(ContentRows::stored);
    }

    /** The newest text of every other item of these groups: what stands beside the document, the newest first. */
    static List<Stored> items(Tx tx, CaseFileId file, Set<FieldGroup> groups, int rows) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT c.file, c.field_group, c.revision, c.item, c.ciphertext
                FROM protection.content c
                WHERE c.file = :file AND c.field_group IN (:groups) AND c.item NOT IN (c.file, :imported)
                  AND c.field_group <> 'NOTES'
                  AND NOT EXISTS (SELECT FROM protection.content d WHERE d.file = c.file
                                  AND d.field_group = c.field_group AND d.item = c.item AND d.revision > c.revision)
                ORDER BY c.revision DESC LIMIT :rows
                """)
                .with("file", file.value())
                .with("groups", names(groups))
                .with("imported", ImportedRecords.item(file))
                .with("rows", rows)
                .list(ContentRows::stored);
    }

    /** What another system said of these groups: at most one text a group. */
    static List<Stored> imported(Tx tx, CaseFileId file, Set<FieldGroup> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT DISTINCT ON (field_group) file, field_group, revision, item, ciphertext FROM protection.content
                WHERE file = :file AND field_group IN (:groups) AND item = :imported
                ORDER BY field_group, revision DESC
                """)
                .with("file", file.value())
                .with("groups", names(groups))
                .with("imported", ImportedRecords.item(file))
                .list(ContentRows::stored);
    }

    /** The newest text of one item: at most one row. */
    public static List<Stored> newest(Tx tx, CaseFileId file, FieldGroup group, UUID item) {
        return tx.sql("""
                SELECT file, field_group, revision, item, ciphertext FROM protection.content
                WHERE file = :file AND field_group = :group AND item = :item
                ORDER BY revision DESC LIMIT 1
                """)
                .with("file", file.value())
                .with("group", group)
                .with("item", item)
                .list(ContentRows::stored);
    }

    /** The newest document of one group for each of the files. */
    public static List<Stored> documents(Tx tx, FieldGroup group, Collection<CaseFileId> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT DISTINCT ON (file) file, field_group, revision, item, ciphertext FROM protection.content
                WHERE field_group = :group AND item = file AND file IN (:files)
                ORDER BY file, revision DESC
                """)
                .with("group", group)
                .with("files", files.stream().map(CaseFileId::value).toList())
                .list(ContentRows::stored);
    }

    /** What another system said of one group, for each of the files that has it. */
    static List<Stored> imported(Tx tx, FieldGroup group, Collection<CaseFileId> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return tx.sql("""
                SELECT DISTINCT ON (file) file, field_group, revision, item, ciphertext FROM protection.content
                WHERE field_group = :group AND file IN (:files) AND item IN (:items)
                ORDER BY file, revision DESC
                """)
                .with("group", group)
                .with("files", files.stream().map(CaseFileId::value).toList())
                .with("items", files.stream().map(ImportedRecords::item).toList())
                .list(ContentRows::stored);
    }

    /** The revision that the next text of this group gets; two writers at once are told apart by the primary key. */
    public static Revision next(Tx tx, CaseFileId file, FieldGroup group) {
        return tx.sql("""
                SELECT coalesce(max(revision), 0) + 1 AS next FROM protection.content
                WHERE file = :file AND field_group = :group
                """)
                .with("file", file.value())
                .with("group", group)
                .one((row, n) -> new Revision(row.getInt("next")));
    }

    public static void insert(Tx tx, Stored stored) {
        tx.sql("""
                INSERT INTO protection.content (file, field_group, revision, item, ciphertext)
                VALUES (:file, :group, :revision, :item, :text)
                """)
                .with("file", stored.file().value())
                .with("group", stored.group())
                .with("revision", stored.revision().number())
                .with("item", stored.item())
                .with("text", stored.text().bytes())
                .update();
    }

    /** The first documents of a new file, in one statement: row security asks what it must know once for all of them. */
    static void insertFirst(Tx tx, CaseFileId file, Map<FieldGroup, Ciphertext> texts) {
        List<FieldGroup> groups = List.copyOf(texts.keySet());
        tx.sql("""
                INSERT INTO protection.content (file, field_group, revision, item, ciphertext)
                SELECT :file, field_group, :revision, :file, ciphertext
                FROM unnest(CAST(ARRAY[:groups] AS text[]), CAST(ARRAY[:texts] AS bytea[])) AS t (field_group, ciphertext)
                """)
                .with("file", file.value())
                .with("revision", Revision.FIRST.number())
                .with("groups", groups.stream().map(Enum::name).toList())
                .with(
                        "texts",
                        groups.stream()
                                .map(group ->
                                        Objects.requireNonNull(texts.get(group)).bytes())
                                .toList())
                .update();
    }

    public static int count(Tx tx, CaseFileId file) {
        return tx.sql("SELECT count(*) AS texts FROM protection.content WHERE file = :file")
                .with("file", file.value())
                .one((row, n) -> row.getInt("texts"));
    }

    private static List<String> names(Set<FieldGroup> groups) {
        return groups.stream().map(Enum::name).toList();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                new CaseFileId(row.getObject("file", UUID.class)),
                FieldGroup.valueOf(row.getString("field_group")),
                new Revision(row.getInt("revision")),
                row.getObject("item", UUID.class),
                Ciphertext.of(row.getBytes("ciphertext")));
    }
}
