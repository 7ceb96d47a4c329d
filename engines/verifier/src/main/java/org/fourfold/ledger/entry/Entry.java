package org.fourfold.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fourfold.ledger.tree.Hash;

/**
 * One entry of the ledger.
 *
 * @param at when it was recorded, whole microseconds, 1970 to 9999
 * @param by the member's pseudonym; empty when the node itself acted
 * @param commitment to the body
 * @param epoch whose pseudonyms these are, from 1
 * @param of what it is about; empty when nothing
 * @param purpose the purpose's code; empty when there is none
 * @param type what happened
 */
public record Entry(
        Instant at,
        Optional<Pseudonym> by,
        Hash commitment,
        long epoch,
        Optional<Pseudonym> of,
        Optional<String> purpose,
        String type) {

    public static final int BYTES_MAX = 1_024;

    /** Nine digits: more epochs than there will be days. */
    public static final long EPOCH_MAX = 999_999_999;

    public static final int PURPOSE_MAX = 40;
    public static final int TYPE_MAX = 64;

    private static final int NANOS_OF_MICRO = 1_000;

    public Entry {
        boolean isTime = at.getNano() % NANOS_OF_MICRO == 0
                && at.getEpochSecond() >= 0
                && at.isBefore(LocalDateTime.of(9999, 12, 31, 23, 59, 59)
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds(1));
        if (!isTime || epoch < 1 || epoch > EPOCH_MAX) {
            throw new IllegalArgumentException("no time or no epoch of an entry");
        }
        if (!isType(type) || (purpose.isPresent() && !isPurpose(purpose.get()))) {
            throw new IllegalArgumentException("no type or no purpose of an entry");
        }
    }

    /** Whether an entry may have this type. */
    public static boolean isType(String type) {
        return !type.isEmpty()
                && type.length() <= TYPE_MAX
                && (Characters.isLetter(type.charAt(0)) || Characters.isDigit(type.charAt(0)))
                && type.chars().allMatch(EntryScanner::isOfType);
    }

    /** Whether an entry may have this purpose. */
    public static boolean isPurpose(String purpose) {
        return !purpose.isEmpty()
                && purpose.length() <= PURPOSE_MAX
                && Characters.isLetter(purpose.charAt(0))
                && purpose.chars().allMatch(EntryScanner::isOfPurpose);
    }

    /** Reads an entry's bytes; empty where they are not exactly what {@link #bytes} of some entry would be. */
    public static Optional<Entry> parse(byte[] bytes) {
        EntryScanner scanner = new EntryScanner();
        return scanner.scan(bytes, 0, bytes.length) ? Optional.of(scanner.entry()) : Optional.empty();
    }

    /** The entry as canonical JSON. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(320).append("{\"at\":\"").append(time(at));
        by.ifPresent(member -> text.append("\",\"by\":\"").append(member.hex()));
        text.append("\",\"commitment\":\"")
                .append(commitment.hex())
                .append("\",\"epoch\":")
                .append(epoch);
        of.ifPresent(about -> text.append(",\"of\":\"").append(about.hex()).append('"'));
        purpose.ifPresent(code -> text.append(",\"purpose\":\"").append(code).append('"'));
        text.append(",\"type\":\"").append(type).append("\",\"v\":1}");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** As an entry writes a time: {@code 2026-11-26T15:53:49.123456Z}. */
    public static String time(Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27);
        padded(text, utc.getYear(), 4).append('-');
        padded(text, utc.getMonthValue(), 2).append('-');
        padded(text, utc.getDayOfMonth(), 2).append('T');
        padded(text, utc.getHour(), 2).append(':');
        padded(text, utc.getMinute(), 2).append(':');
        padded(text, utc.getSecond(), 2).append('.');
        return padded(text, utc.getNano() / NANOS_OF_MICRO, 6).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int digits) {
        String written = Integer.toString(number);
        return text.repeat('0', digits - written.length()).append(written);
    }
}
