package org.fourfold.node.prosecution;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/**
 * A file that was taken in. It never changes; taking it back removes what it brought and leaves this row.
 *
 * @param name the one its sender gave it, or the one it was given when it was imported
 * @param reading how the file was understood
 * @param sha256 of the file as it lay on the disk, in hexadecimal
 * @param rows lines of the file that hold something
 * @param fragments entities as they stand in the file, before those of one id were put together
 * @param refused of the fragments, those that could not be taken
 * @param aside claims that were kept though the model does not know their schema or property
 * @param problems what was told about it, refusals included
 */
public record Source(
        SourceId id,
        String name,
        String sha256,
        long bytes,
        SourceKind kind,
        String reading,
        MemberId importedBy,
        Instant importedAt,
        long rows,
        long fragments,
        long entities,
        long refused,
        long claims,
        long aside,
        long problems,
        Optional<Undone> undone) {

    /** Who took it back, and when. */
    public record Undone(MemberId by, Instant at) {}

    /** Whether what it brought is still there. */
    public boolean stands() {
        return undone.isEmpty();
    }
}
