package org.fourfold.node.protection.htcds;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.registry.Htcds;

/** The code that may have been meant: the same letters however written, the label, or a few letters away. */
final class Near {

    private Near() {}

    static Optional<String> of(String typed, List<Htcds.Code> codes) {
        String plain = plain(typed);
        record Candidate(String code, int distance) {}
        return codes.stream()
                .map(code -> new Candidate(
                        code.code(),
                        plain(code.labelEn()).equals(plain)
                                        || plain(code.labelEs()).equals(plain)
                                ? 0
                                : distance(plain, plain(code.code()))))
                .filter(candidate -> candidate.distance() <= Math.min(3, plain.length() / 4))
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::code);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Levenshtein: how many letters must be added, left out or changed. Short texts only. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
