package org.fourfold.linkage.normalise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known about single words of names: the data files {@code name-words.tsv} (given names and surnames) and {@code
 * name-signs.tsv} (particles, honorifics, short spellings). Both are read once, by the first name.
 */
final class NameLexicon {

    /** What a word says about its place in a name: 1 a given name, -1 a surname, 0 nothing. */
    static final int GIVEN = 1;

    static final int SURNAME = -1;
    static final int UNKNOWN = 0;

    /** A second given name is shortened to its initial more often than a surname. */
    private static final double INITIAL = 0.3;

    /** What a word may be that is no name. */
    enum Sign {
        HONORIFIC(1),
        GENERATION(2),
        PARTICLE(4),
        /** A surname that begins with "de". */
        FAMILY(8);

        private final int bit;

        Sign(int bit) {
            this.bit = bit;
        }
    }

    private static final int PATRONYMIC_LETTERS_MIN = 5;
    private static final NameLexicon SHIPPED = new NameLexicon();

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> signs = new HashMap<>();
    private final Map<String, String> shorts = new HashMap<>();
    private final Map<String, Set<String>> compounds = new HashMap<>();

    private NameLexicon() {
        for (WordFile.Row row : WordFile.rows(NameLexicon.class, "name-words.tsv")) {
            for (String word : Fold.words(row.words())) {
                places.merge(word, place(row.kind()), (one, other) -> one.equals(other) ? one : UNKNOWN);
            }
        }
        for (WordFile.Row row : WordFile.rows(NameLexicon.class, "name-signs.tsv")) {
            switch (row.kind()) {
                case "short" -> shorts.put(row.words(), row.more());
                case "compound" -> {
                    List<String> parts = Fold.words(row.words());
                    compounds
                            .computeIfAbsent(parts.getFirst(), first -> new HashSet<>())
                            .add(parts.getLast());
                }
                default ->
                    signs.merge(
                            row.words(),
                            Sign.valueOf(row.kind().toUpperCase(Locale.ROOT)).bit,
                            (one, other) -> one | other);
            }
        }
    }

    static NameLexicon shipped() {
        return SHIPPED;
    }

    /** From {@link #SURNAME} over {@link #UNKNOWN} to {@link #GIVEN}. */
    double place(NameWord word) {
        String text = word.text();
        if (word.isInitial()) {
            return INITIAL;
        }
        Integer known = places.get(text);
        if (known != null) {
            return known;
        }
        if (isPatronymicOfFather(text)) {
            return GIVEN;
        }
        boolean patronymic = text.length() >= PATRONYMIC_LETTERS_MIN && text.endsWith("ez");
        return patronymic || word.joined() ? SURNAME : UNKNOWN;
    }

    boolean is(Sign sign, String word) {
        return (signs.getOrDefault(word, 0) & sign.bit) != 0;
    }

    /** Whether the two words are one surname: Montes, de Oca. */
    boolean isCompound(String word, String next) {
        return compounds.getOrDefault(word, Set.of()).contains(next);
    }

    /** Whether nothing but a name is known of the word. */
    boolean isName(String word) {
        return !signs.containsKey(word) && !shorts.containsKey(word) && !compounds.containsKey(word);
    }

    String writtenOut(String word) {
        return shorts.getOrDefault(word, word);
    }

    /** Vladimirovich and Ivanovna stand between given name and surname and count with the given names. */
    private static boolean isPatronymicOfFather(String text) {
        return text.length() > PATRONYMIC_LETTERS_MIN
                && (text.endsWith("ovich")
                        || text.endsWith("evich")
                        || text.endsWith("ovic")
                        || text.endsWith("ovna")
                        || text.endsWith("evna"));
    }

    private static int place(String kind) {
        return switch (kind) {
            case "given" -> GIVEN;
            case "surname" -> SURNAME;
            default -> UNKNOWN;
        };
    }
}
