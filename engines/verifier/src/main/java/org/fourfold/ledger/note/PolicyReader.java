package org.fourfold.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a tlog-policy line by line. Octets are characters here, one each: names are opaque. */
final class PolicyReader {

    private static final String NONE = "none";
    private static final int BYTES_MAX = 65_536;

    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final Map<String, Policy.Group> groups = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>(Set.of(NONE));
    private final Set<String> members = new HashSet<>(Set.of(NONE));
    private @Nullable VerifierKey log;
    private @Nullable String quorum;

    static Optional<Policy> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length > BYTES_MAX || !text.endsWith("\n") || !isPlain(text)) {
            return Optional.empty();
        }
        PolicyReader reader = new PolicyReader();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            List<String> words = words(text.substring(begin, end));
            if (!words.isEmpty() && !words.getFirst().startsWith("#") && !reader.line(words)) {
                return Optional.empty();
            }
            begin = end + 1;
        }
        return reader.policy();
    }

    private Optional<Policy> policy() {
        VerifierKey key = log;
        String needed = quorum;
        return key == null || needed == null
                ? Optional.empty()
                : Optional.of(new Policy(
                        key, witnesses, groups, needed.equals(NONE) ? Optional.empty() : Optional.of(needed)));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c == '\t' || c == '\n' || (c >= ' ' && c != 0x7F));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t') {
                if (i > begin) {
                    words.add(line.substring(begin, i));
                }
                begin = i + 1;
            }
        }
        return words;
    }

    private boolean line(List<String> words) {
        return switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> false;
        };
    }

    private boolean log(List<String> words) {
        if (log != null || words.size() < 2 || words.size() > 3) {
            return false;
        }
        log = key(words.get(1), VerifierKey.Type.NOTE).orElse(null);
        return log != null;
    }

    private boolean witness(List<String> words) {
        if (words.size() < 3 || words.size() > 4 || !names.add(words.get(1))) {
            return false;
        }
        Optional<VerifierKey> key = key(words.get(2), VerifierKey.Type.COSIGNATURE);
        boolean isNew = key.isPresent()
                && witnesses.stream()
                        .map(Policy.Witness::key)
                        .noneMatch(other -> other.key().equals(key.get().key())
                                || (other.name().equals(key.get().name())
                                        && other.id() == key.get().id()));
        key.ifPresent(found -> witnesses.add(new Policy.Witness(words.get(1), found)));
        return isNew;
    }

    private boolean group(List<String> words) {
        if (words.size() < 4) {
            return false;
        }
        List<String> listed = words.subList(3, words.size());
        for (String member : listed) {
            if (!names.contains(member) || !members.add(member)) {
                return false;
            }
        }
        long threshold = switch (words.get(2)) {
            case "all" -> listed.size();
            case "any" -> 1;
            default -> Decimal.read(words.get(2));
        };
        if (threshold < 1 || threshold > listed.size() || !names.add(words.get(1))) {
            return false;
        }
        groups.put(words.get(1), new Policy.Group((int) threshold, listed));
        return true;
    }

    private boolean quorum(List<String> words) {
        if (quorum != null || words.size() != 2 || !names.contains(words.get(1))) {
            return false;
        }
        quorum = words.get(1);
        return true;
    }

    private static Optional<VerifierKey> key(String octets, VerifierKey.Type type) {
        return Utf8.read(octets.getBytes(StandardCharsets.ISO_8859_1))
                .flatMap(VerifierKey::parse)
                .filter(key -> key.type() == type);
    }
}
