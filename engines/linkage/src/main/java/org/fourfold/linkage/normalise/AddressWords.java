package org.fourfold.linkage.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.normalise.Address.Kind;

/** The words of {@code address-words.tsv}, and how ordinals are written. */
final class AddressWords {

    private static final String FILE = "address-words.tsv";
    private static final int COLUMNS = 3;
    private static final AddressWords SHIPPED = new AddressWords();
    private static final List<List<String>> ORDINALS = List.of(
            List.of("primera", "primer", "primero", "first"),
            List.of("segunda", "segundo", "second"),
            List.of("tercera", "tercer", "tercero", "third"),
            List.of("cuarta", "cuarto", "fourth"),
            List.of("quinta", "quinto", "fifth"),
            List.of("sexta", "sexto", "sixth"),
            List.of("septima", "septimo", "seventh"),
            List.of("octava", "octavo", "eighth"),
            List.of("novena", "noveno", "ninth"),
            List.of("decima", "decimo", "tenth"));
    private static final List<String> ENDINGS = List.of(
            "a", "o", "ra", "era", "er", "ro", "da", "do", "ta", "to", "ma", "mo", "va", "vo", "na", "no", "st", "nd",
            "rd", "th");

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, String> wholeWords = new HashMap<>();

    private AddressWords() {
        for (String line : lines()) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalStateException(FILE + " has a line that is not kind, words and reason: " + line);
            }
            Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
            for (String word : columns[1].split(",", -1)) {
                kinds.put(word.strip(), kind);
                wholeWords.put(word.strip(), columns[0]);
            }
        }
    }

    static AddressWords shipped() {
        return SHIPPED;
    }

    Optional<Kind> kind(String word) {
        return Optional.ofNullable(kinds.get(word));
    }

    /** One word for all that mean the same: avenida for av. */
    String writtenOut(String word) {
        return wholeWords.getOrDefault(word, word);
    }

    /** "Quinta" is 5; any other word stays. */
    String ordinal(String word) {
        for (int i = 0; i < ORDINALS.size(); i++) {
            if (ORDINALS.get(i).contains(word)) {
                return String.valueOf(i + 1);
            }
        }
        return word;
    }

    /** "5a", "2da", "1era", "3rd" are plain numbers, "12-c" and "4b" are not; leading zeros are dropped. */
    String plainNumber(String token) {
        int digits = 0;
        while (digits < token.length() && Fold.isDigit(token.charAt(digits))) {
            digits++;
        }
        int first = 0;
        while (first < digits - 1 && token.charAt(first) == '0') {
            first++;
        }
        String rest = token.substring(digits);
        return ENDINGS.contains(rest) ? token.substring(first, digits) : token.substring(first);
    }

    private static List<String> lines() {
        try (var stream = AddressWords.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
