package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.store.LogRefusedException;
import org.fourfold.ledger.store.LogStore;

/**
 * What a log's key signed as far as this home knows: in the second store, beside the tiles, and on the last day. Who puts back
 * the database together with one of them may have forgotten the others.
 */
public record KnownCheckpoints(List<SignedCheckpoint> all) {

    /** Those that are whole; what the second store holds is given, for a damaged one there is refused. */
    public static KnownCheckpoints of(
            LogRow log, Optional<SignedCheckpoint> stored, Path tiles, DailyCheckpoints daily, SignatureCheck check)
            throws IOException {
        List<SignedCheckpoint> known = new ArrayList<>(stored.stream().toList());
        try {
            LogStore.published(tiles, log.key(), check).ifPresent(known::add);
        } catch (LogRefusedException damaged) {
            // It is made anew with the tiles.
        }
        daily.latest(log.number()).flatMap(note -> log.signed(note, check)).ifPresent(known::add);
        return new KnownCheckpoints(List.copyOf(known));
    }

    /** Of the largest. */
    public long size() {
        return all.stream().mapToLong(found -> found.checkpoint().size()).max().orElse(0);
    }

    /** Whether a log, of that size at least, is the one that each of them tells of. */
    public boolean fit(LogStore tiles) {
        try {
            return all.stream()
                    .map(SignedCheckpoint::checkpoint)
                    .allMatch(told -> tiles.reader().rootAt(told.size()).equals(told.root()));
        } catch (UncheckedIOException missing) {
            return false;
        }
    }
}
