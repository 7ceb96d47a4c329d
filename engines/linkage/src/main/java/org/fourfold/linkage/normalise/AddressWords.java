package org.fourfold.linkage.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.normalise.Address.Kind;

/** The words of {@code address-words.tsv}, and how ordinals are written. */
final class AddressWords {

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
        for (WordFile.Row row : WordFile.rows(AddressWords.class, "address-words.tsv")) {
            Kind kind = Kind.valueOf(row.kind().toUpperCase(Locale.ROOT));
            for (String word : row.each()) {
                kinds.put(word.strip(), kind);
                wholeWords.put(word.strip(), row.kind());
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
}
