package org.fourfold.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether bytes are an entry, in place and without making anything: an entry has one spelling, so one walk over its
 * bytes decides. Some millions a second.
 *
 * <p>Threads: not safe, one a thread.
 */
public final class EntryScanner {

    /** Of an entry's time in its bytes. */
    public static final int TIME_OFFSET = 7;

    public static final int TIME_LENGTH = 27;

    private static final byte[] AT = ascii("{\"at\":\"");
    private static final byte[] TIME = ascii("0000-00-00T00:00:00.000000Z");
    private static final byte[] BY = ascii("\",\"by\":\"");
    private static final byte[] COMMITMENT = ascii("\",\"commitment\":\"");
    private static final byte[] EPOCH = ascii("\",\"epoch\":");
    private static final byte[] OF = ascii(",\"of\":\"");
    private static final byte[] PURPOSE = ascii(",\"purpose\":\"");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] TYPE = ascii(",\"type\":\"");
    private static final byte[] END = ascii("\",\"v\":1}");
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int YEAR_MIN = 1970;
    private static final byte[] STRANGE_TO_HEX = strangeToHex();

    private byte[] bytes = {};
    private int begin;
    private int at;
    private int end;
    private int by;
    private int commitment;
    private int of;
    private int purpose;
    private int purposeEnd;
    private int type;
    private long epoch;

    /** Whether that part of a buffer is an entry. The other methods then speak of it, while the buffer stays. */
    public boolean scan(byte[] buffer, int offset, int length) {
        bytes = buffer;
        begin = offset;
        at = offset;
        end = offset + length;
        return length <= Entry.BYTES_MAX && take(AT) && isTime() && who() && rest() && at == end;
    }

    private boolean who() {
        by = optional(BY, Pseudonym.DIGITS);
        if (by == -2 || !take(COMMITMENT)) {
            return false;
        }
        commitment = at;
        return hex(2 * Hash.BYTES) && take(EPOCH) && epoch();
    }

    private boolean rest() {
        of = optional(OF, Pseudonym.DIGITS);
        if (of == -2 || (of >= 0 && !take(QUOTE))) {
            return false;
        }
        purpose = -1;
        if (take(PURPOSE)) {
            purpose = at;
            if (!purpose() || !take(QUOTE)) {
                return false;
            }
        }
        return take(TYPE) && type() && take(END);
    }

    /** Where the digits of an optional member begin; -1 where it is not there, -2 where it is malformed. */
    private int optional(byte[] name, int digits) {
        if (!take(name)) {
            return -1;
        }
        int found = at;
        return hex(digits) ? found : -2;
    }

    private boolean take(byte[] expected) {
        if (end - at < expected.length
                || !Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
            return false;
        }
        at += expected.length;
        return true;
    }

    private boolean hex(int digits) {
        if (end - at < digits) {
            return false;
        }
        // No branch a digit: of what is looked at here, this is most.
        int strange = 0;
        for (int i = at; i < at + digits; i++) {
            strange |= STRANGE_TO_HEX[bytes[i] & 0xFF];
        }
        at += digits;
        return strange == 0;
    }

    private boolean isTime() {
        if (end - at < TIME_LENGTH) {
            return false;
        }
        for (int i = 0; i < TIME_LENGTH; i++) {
            boolean isGood = TIME[i] == '0' ? Characters.isDigit(bytes[at + i]) : bytes[at + i] == TIME[i];
            if (!isGood) {
                return false;
            }
        }
        int year = number(at, 4);
        int month = number(at + 5, 2);
        int day = number(at + 8, 2);
        boolean isDay = year >= YEAR_MIN && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
        boolean isClock = number(at + 11, 2) < 24 && number(at + 14, 2) < 60 && number(at + 17, 2) < 60;
        at += TIME_LENGTH;
        return isDay && isClock;
    }

    private static int days(int year, int month) {
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return DAYS[month - 1] + (month == 2 && isLeap ? 1 : 0);
    }

    private int number(int from, int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = 10 * number + (bytes[from + i] - '0');
        }
        return number;
    }

    private boolean epoch() {
        int from = at;
        epoch = 0;
        while (at < end && Characters.isDigit(bytes[at]) && at - from < 10) {
            epoch = 10 * epoch + (bytes[at] - '0');
            at++;
        }
        return at > from && bytes[from] != '0' && epoch <= Entry.EPOCH_MAX;
    }

    private boolean purpose() {
        int from = at;
        while (at < end && isOfPurpose(bytes[at])) {
            at++;
        }
        purposeEnd = at;
        return at > from && at - from <= Entry.PURPOSE_MAX && Characters.isLetter(bytes[from]);
    }

    private boolean type() {
        type = at;
        while (at < end && isOfType(bytes[at])) {
            at++;
        }
        return at > type
                && at - type <= Entry.TYPE_MAX
                && (Characters.isLetter(bytes[type]) || Characters.isDigit(bytes[type]));
    }

    static boolean isOfType(int c) {
        return Characters.isLetter(c) || Characters.isDigit(c) || c == '.' || c == '_' || c == '-';
    }

    static boolean isOfPurpose(int c) {
        return Characters.isLetter(c) || Characters.isDigit(c) || c == '_' || c == '-';
    }

    /** The time as it is written: two of them compare as the times do. */
    public String timeText() {
        return text(begin + TIME_OFFSET, begin + TIME_OFFSET + TIME_LENGTH);
    }

    /** Whether this entry's time is before one that was written down: {@link #TIME_LENGTH} bytes. */
    public boolean isBefore(byte[] other) {
        int from = begin + TIME_OFFSET;
        return Arrays.compare(bytes, from, from + TIME_LENGTH, other, 0, TIME_LENGTH) < 0;
    }

    /** Writes the time down for {@link #isBefore}. */
    public void copyTime(byte[] target) {
        System.arraycopy(bytes, begin + TIME_OFFSET, target, 0, TIME_LENGTH);
    }

    public Hash commitment() {
        return Hash.fromHex(text(commitment, commitment + 2 * Hash.BYTES)).orElseThrow();
    }

    public Entry entry() {
        String written = text(begin + TIME_OFFSET, begin + TIME_OFFSET + TIME_LENGTH - 1);
        return new Entry(
                LocalDateTime.parse(written).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(pseudonym(by)),
                commitment(),
                epoch,
                Optional.ofNullable(pseudonym(of)),
                purpose < 0 ? Optional.empty() : Optional.of(text(purpose, purposeEnd)),
                text(type, end - END.length));
    }

    private @Nullable Pseudonym pseudonym(int from) {
        return from < 0 ? null : new Pseudonym(text(from, from + Pseudonym.DIGITS));
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private static byte[] strangeToHex() {
        byte[] table = new byte[256];
        for (int c = 0; c < table.length; c++) {
            table[c] = (byte) (Characters.isHex(c) ? 0 : 1);
        }
        return table;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
