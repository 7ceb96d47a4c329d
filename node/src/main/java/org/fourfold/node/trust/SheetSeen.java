package org.fourfold.node.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.trust.internal.Fields;
import org.fourfold.node.trust.internal.KeyFolder;

/**
 * When somebody last proved that the recovery sheet is at hand: at the first visit, or whenever its code was used. Kept
 * beside the keys; not part of a backup, for a restored node does not know where the sheet is.
 */
public final class SheetSeen {

    private static final String NAME = "recovery-sheet.txt";
    private static final String KIND = "fourfold recovery sheet 1";
    private static final String SEEN = "seen";

    private final KeyFolder folder;

    public SheetSeen(Path keys) {
        this.folder = new KeyFolder(keys);
    }

    public Optional<Instant> last() {
        return folder.read(NAME)
                .map(text -> Instant.parse(Fields.parse(KIND, text).text(SEEN)));
    }

    public void seen(Instant at) {
        folder.write(NAME, Fields.of(KIND).with(SEEN, at.toString()).toString());
    }
}
