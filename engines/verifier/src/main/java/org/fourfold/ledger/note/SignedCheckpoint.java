package org.fourfold.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A checkpoint and who signed it. Read, not yet believed: {@link #signedBy} and {@link #cosignedBy} look. */
public record SignedCheckpoint(SignedNote note, Checkpoint checkpoint) {

    private static final int TIME_BYTES = 8;

    /** The last second of the year 9999. */
    private static final long TIME_MAX = 253_402_300_799L;

    /** What was found under a key's name and id. */
    public enum Finding {
        ABSENT,
        WRONG,
        GOOD
    }

    /**
     * What was found of a witness.
     *
     * @param seen when it last says it saw this; the beginning of 1970 unless the finding is good
     */
    public record Cosigned(Finding finding, Instant seen) {}

    public static Optional<SignedCheckpoint> parse(byte[] bytes) {
        return SignedNote.parse(bytes)
                .flatMap(note -> Checkpoint.parse(note.text()).map(read -> new SignedCheckpoint(note, read)));
    }

    /** A note that is a checkpoint of this log, with its key's signature; empty for anything else. */
    public static Optional<SignedCheckpoint> parse(byte[] bytes, VerifierKey log, SignatureCheck check) {
        return parse(bytes)
                .filter(found ->
                        found.checkpoint().origin().equals(log.name()) && found.signedBy(log, check) == Finding.GOOD);
    }

    /** The log's own signature. Every line of that key must be good. */
    public Finding signedBy(VerifierKey log, SignatureCheck check) {
        byte[] message = note.text().getBytes(StandardCharsets.UTF_8);
        Finding found = Finding.ABSENT;
        for (NoteSignature line : note.signatures()) {
            if (line.isOf(log)) {
                if (!check.verifies(log.keyBytes(), message, line.signature())) {
                    return Finding.WRONG;
                }
                found = Finding.GOOD;
            }
        }
        return found;
    }

    /** A witness's cosignature. Every line of that key must be good. */
    public Cosigned cosignedBy(VerifierKey witness, SignatureCheck check) {
        Cosigned found = new Cosigned(Finding.ABSENT, Instant.EPOCH);
        for (NoteSignature line : note.signatures()) {
            if (line.isOf(witness)) {
                Optional<Instant> seen = cosigned(witness, line.signature(), check);
                if (seen.isEmpty()) {
                    return new Cosigned(Finding.WRONG, Instant.EPOCH);
                }
                if (found.finding() == Finding.ABSENT || seen.get().isAfter(found.seen())) {
                    found = new Cosigned(Finding.GOOD, seen.get());
                }
            }
        }
        return found;
    }

    private Optional<Instant> cosigned(VerifierKey witness, byte[] timed, SignatureCheck check) {
        if (timed.length <= TIME_BYTES) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(timed).getLong();
        byte[] signature = Arrays.copyOfRange(timed, TIME_BYTES, timed.length);
        boolean isGood = time >= 0
                && time <= TIME_MAX
                && check.verifies(witness.keyBytes(), cosignedMessage(note.text(), time), signature);
        return isGood ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
    }

    /** What a witness signs: {@code cosignature/v1}, the time in seconds since 1970, the note's text. */
    public static byte[] cosignedMessage(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return note.bytes();
    }
}
