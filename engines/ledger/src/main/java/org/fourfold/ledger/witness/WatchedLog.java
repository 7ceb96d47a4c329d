package org.fourfold.ledger.witness;

import java.util.Optional;
import org.fourfold.ledger.note.VerifierKey;

/**
 * A log and where it shows itself: the {@code log} line of a tlog-policy.
 *
 * @param place as {@link ShownPlace#parse} takes it
 */
public record WatchedLog(VerifierKey key, String place) {

    /** Empty for a key that is no log's, or a place that is none. */
    public static Optional<WatchedLog> of(String vkey, String place) {
        return VerifierKey.parse(vkey.strip())
                .filter(key -> key.type() == VerifierKey.Type.NOTE)
                .flatMap(key -> ShownPlace.parse(place).map(shown -> new WatchedLog(key, shown.toString())));
    }

    static Optional<WatchedLog> parse(String line) {
        String[] parts = line.stripTrailing().split(" ", 3);
        return parts.length == 3 && parts[0].equals("log") ? of(parts[1], parts[2]) : Optional.empty();
    }

    String line() {
        return "log " + key + " " + place + "\n";
    }
}
