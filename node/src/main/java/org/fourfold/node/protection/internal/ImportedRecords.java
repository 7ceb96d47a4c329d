package org.fourfold.node.protection.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.htcds.Homes;
import org.fourfold.node.trust.FileKey;

/** What another system said, as one item of its own in each group of the file, beside the group's answers. */
final class ImportedRecords {

    /** Turns a file's id into the id of its record: random ids do not meet it. */
    private static final UUID MASK = UUID.fromString("48544344-5332-4f30-8a4f-52454d494f4d");

    private ImportedRecords() {}

    static UUID item(CaseFileId file) {
        return new UUID(
                file.value().getMostSignificantBits() ^ MASK.getMostSignificantBits(),
                file.value().getLeastSignificantBits() ^ MASK.getLeastSignificantBits());
    }

    /** The cells that belong to one group. */
    static Imported of(Imported all, FieldGroup group) {
        Map<String, String> cells = new LinkedHashMap<>();
        all.cells().forEach((field, cell) -> {
            if (Homes.of(field) == group) {
                cells.put(field, cell);
            }
        });
        return new Imported(cells);
    }

    static void keep(Tx tx, FileKey key, CaseFileId file, FieldGroup group, Imported cells) {
        Revision revision = ContentRows.next(tx, file, group);
        ContentRows.insert(
                tx,
                new ContentRows.Stored(
                        file, group, revision, item(file), key.seal(group, revision, Documents.write(cells))));
    }

    static Imported read(Tx tx, FileKey key, CaseFileId file, Set<FieldGroup> groups) {
        Imported all = Imported.NONE;
        for (ContentRows.Stored stored : ContentRows.imported(tx, file, groups)) {
            all = all.with(Documents.readImported(key.open(stored.group(), stored.revision(), stored.text())));
        }
        return all;
    }
}
