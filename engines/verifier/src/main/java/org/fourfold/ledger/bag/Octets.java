package org.fourfold.ledger.bag;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fourfold.ledger.note.Utf8;

/**
 * Paths as they stand in a bag: octets, one a character, so that their order is that of bytes and nothing depends on a
 * machine's locale.
 */
public final class Octets {

    private static final char SPACE = ' ';
    private static final char DELETE = 0x7F;
    private static final char CONTROL_LAST = 0x9F;

    private Octets() {}

    public static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a path leads to a place inside a folder and nowhere else, on every system. */
    public static boolean isSafe(String path) {
        if (path.length() > 1 && path.charAt(1) == ':' && isLetter(path.charAt(0))) {
            return false;
        }
        int begin = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c < SPACE || c == DELETE || c == '\\') {
                return false;
            }
            if (c == '/') {
                String part = path.substring(begin, i);
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    return false;
                }
                begin = i + 1;
            }
        }
        Optional<String> text = Utf8.read(bytes(path));
        return text.isPresent() && text.get().chars().noneMatch(c -> c >= DELETE && c <= CONTROL_LAST);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** The same path with its ASCII letters small. */
    static String folded(String path) {
        if (path.chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
            return path;
        }
        StringBuilder small = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            small.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return small.toString();
    }

    /** A path as a place is told: printable ASCII but {@code %} as it is, every other byte as {@code %} and two digits. */
    public static String place(String path) {
        StringBuilder place = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c > SPACE && c < DELETE && c != '%') {
                place.append(c);
            } else {
                place.append('%').append(digit(c >> 4)).append(digit(c & 15));
            }
        }
        return place.isEmpty() ? Fault.NOWHERE : place.toString();
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }
}
