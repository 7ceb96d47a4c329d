package org.fourfold.linkage.records;

import org.fourfold.linkage.normalise.Fold;

/** Measured numbers: the first one of a text, minutes and seconds in seconds. */
final class Quantities {

    private static final int SIXTY = 60;

    private Quantities() {}

    /** Digits with at most one point; empty where there is no number. */
    static String of(String raw) {
        String line = Fold.line(raw);
        int at = 0;
        while (at < line.length() && !isDigit(line, at)) {
            at++;
        }
        int end = at;
        while (isDigit(line, end)) {
            end++;
        }
        if (end == at || end - at > 15) {
            return "";
        }
        String whole = line.substring(at, end);
        int rest = end + 1;
        while (isDigit(line, rest)) {
            rest++;
        }
        if (end < line.length() && rest > end + 1) {
            String after = line.substring(end + 1, Math.min(rest, end + 10));
            if (line.charAt(end) == '.') {
                return whole + "." + after;
            }
            if (line.charAt(end) == ':') {
                return Long.toString(Long.parseLong(whole) * SIXTY + Long.parseLong(after));
            }
        }
        return whole;
    }

    private static boolean isDigit(String line, int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
