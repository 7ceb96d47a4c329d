package org.fourfold.linkage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.normalise.WordFile;

/**
 * Which given names are forms of one name: the data file {@code name-forms.tsv}, each line a name, its forms and the
 * reason. A form may belong to several names (Chico is Francisco and is also a name), at most {@link #NAMES_MAX}.
 */
public final class NameForms {

    /** Names that one form may stand for. */
    public static final int NAMES_MAX = 4;

    private final Map<String, Set<String>> namesOfSound;

    private NameForms(Map<String, Set<String>> namesOfSound) {
        this.namesOfSound = namesOfSound;
    }

    /** Reads the data file that lies beside this class. */
    static NameForms load() {
        return new NameForms(read(SpanishSound::of));
    }

    /**
     * The names that each word is a form of, by another sound than the search of names uses.
     *
     * @param sound what is equal for words that sound alike
     */
    public static Map<String, Set<String>> bySound(UnaryOperator<String> sound) {
        return read(word -> Set.of(sound.apply(word)));
    }

    private static Map<String, Set<String>> read(Function<String, Set<String>> sounds) {
        Map<String, Set<String>> names = new HashMap<>();
        for (WordFile.Row row : WordFile.rows(NameForms.class, "name-forms.tsv")) {
            String name = NameWords.fold(row.kind());
            add(names, sounds.apply(name), name);
            for (String form : row.each()) {
                add(names, sounds.apply(NameWords.fold(form.strip())), name);
            }
        }
        return names;
    }

    /**
     * The names that a word is a form of, folded, the word's own name among them; empty for a word that is in no line.
     * Chepe and José both give {@code jose}.
     *
     * @param word folded, a to z
     */
    public Set<String> namesOf(String word) {
        return word.isEmpty() ? Set.of() : of(SpanishSound.of(word));
    }

    /** As {@link #namesOf}, by the word's readings. */
    Set<String> of(Set<String> readings) {
        Set<String> found = new LinkedHashSet<>();
        readings.forEach(reading -> found.addAll(namesOfSound.getOrDefault(reading, Set.of())));
        return found;
    }

    private static void add(Map<String, Set<String>> names, Set<String> sounds, String name) {
        for (String sound : sounds) {
            Set<String> already = names.computeIfAbsent(sound, s -> new LinkedHashSet<>());
            if (already.size() < NAMES_MAX) {
                already.add(name);
            }
        }
    }
}
