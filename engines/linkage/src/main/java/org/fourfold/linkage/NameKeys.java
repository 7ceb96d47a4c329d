package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * By which keys a name is kept, and by which it is asked for, so that a misspelt name finds the right one by equality of
 * keys alone. That is what a store can do that holds keys hashed and must not read the names.
 *
 * <p>A word gives: itself; its sounds; the names it is a form of; its sounds with one left out (two words whose sounds
 * differ by one insertion, deletion, substitution or swap share such a key: the symmetric deletion of W. Garbe's
 * SymSpell, 2012, applied to sounds instead of letters); its first three to six sounds. Neighbouring words are also
 * taken as one, for "Ana María" and "Anamaría"; "Delacruz" is also "Cruz".
 *
 * <p>Threads: safe, immutable. Cost: linear in the letters; at most {@link #KEYS_MAX} keys a name.
 */
public final class NameKeys {

    /** Keys of one name. Four ordinary words give some 60 to 80. */
    public static final int KEYS_MAX = 400;

    static final int BEGINNING_MIN = 3;
    static final int BEGINNING_MAX = 6;

    /** Sounds a word must have before it may differ by one: "Ana" and "Ada" are two names. */
    static final int NEAR_SOUNDS_MIN = 4;

    private static final int NEAR_SOUNDS_MAX = 12;
    private static final int NEAR_READINGS_MAX = 2;
    private static final int STEM_MIN = 3;
    private static final List<String> GLUED = List.of("delas", "delos", "dela", "del", "de");

    private final NameForms forms;

    public NameKeys() {
        this.forms = NameForms.load();
    }

    /** The keys under which a name is kept. */
    public Set<NameKey> kept(String name) {
        NameWords words = NameWords.of(name);
        Set<NameKey> keys = new LinkedHashSet<>();
        words.words().forEach(word -> keys.addAll(ofWord(word)));
        joined(words).forEach(pair -> keys.addAll(sounds(pair.text())));
        words.initials().forEach(letter -> keys.add(new NameKey(NameKey.Kind.INITIAL, letter)));
        return bounded(keys);
    }

    /** What to ask for when somebody types this. */
    public NameQuery query(String typed) {
        NameWords words = NameWords.of(typed);
        List<NameQuery.Word> asked = new ArrayList<>();
        for (String word : words.words()) {
            Set<NameKey> keys = new LinkedHashSet<>(ofWord(word));
            keys.removeIf(key -> key.kind() == NameKey.Kind.BEGINNING);
            beginnings(SpanishSound.of(word)).stream()
                    .filter(key -> isWholeBeginning(key, word))
                    .forEach(keys::add);
            keys.add(new NameKey(NameKey.Kind.INITIAL, word.substring(0, 1)));
            asked.add(new NameQuery.Word(bounded(keys)));
        }
        List<NameQuery.Joined> pairs = joined(words).stream()
                .map(pair -> new NameQuery.Joined(pair.first(), bounded(sounds(pair.text()))))
                .toList();
        return new NameQuery(asked, pairs);
    }

    private record Pair(int first, String text) {}

    private static List<Pair> joined(NameWords words) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < words.words().size(); i++) {
            pairs.add(new Pair(i, words.words().get(i) + words.words().get(i + 1)));
        }
        return pairs;
    }

    private Set<NameKey> ofWord(String word) {
        Set<NameKey> keys = new LinkedHashSet<>();
        keys.add(new NameKey(NameKey.Kind.WORD, word));
        Set<String> readings = SpanishSound.of(word);
        keys.addAll(sounds(word));
        forms.of(readings).forEach(name -> keys.add(new NameKey(NameKey.Kind.FORM, name)));
        readings.stream().limit(NEAR_READINGS_MAX).forEach(reading -> keys.addAll(near(reading)));
        keys.addAll(beginnings(readings));
        GLUED.stream()
                .filter(glued -> word.startsWith(glued) && word.length() >= glued.length() + STEM_MIN)
                .findFirst()
                .ifPresent(glued -> keys.addAll(sounds(word.substring(glued.length()))));
        return keys;
    }

    private static Set<NameKey> sounds(String word) {
        Set<NameKey> keys = new LinkedHashSet<>();
        SpanishSound.of(word).forEach(reading -> keys.add(new NameKey(NameKey.Kind.SOUND, reading)));
        return keys;
    }

    private static Set<NameKey> near(String reading) {
        if (reading.length() < NEAR_SOUNDS_MIN) {
            return Set.of();
        }
        String sounds = reading.length() > NEAR_SOUNDS_MAX ? reading.substring(0, NEAR_SOUNDS_MAX) : reading;
        Set<NameKey> keys = new LinkedHashSet<>();
        keys.add(new NameKey(NameKey.Kind.NEAR, sounds));
        for (int i = 0; i < sounds.length(); i++) {
            keys.add(new NameKey(NameKey.Kind.NEAR, sounds.substring(0, i) + sounds.substring(i + 1)));
        }
        return keys;
    }

    private static Set<NameKey> beginnings(Set<String> readings) {
        Set<NameKey> keys = new LinkedHashSet<>();
        for (String reading : readings) {
            for (int length = BEGINNING_MIN; length <= Math.min(BEGINNING_MAX, reading.length()); length++) {
                keys.add(new NameKey(NameKey.Kind.BEGINNING, reading.substring(0, length)));
            }
        }
        return keys;
    }

    /** Of a typed word only its whole length is asked for as a beginning, not its own beginnings. */
    private static boolean isWholeBeginning(NameKey key, String word) {
        return SpanishSound.of(word).stream()
                .map(reading -> reading.substring(0, Math.min(BEGINNING_MAX, reading.length())))
                .anyMatch(key.text()::equals);
    }

    private static Set<NameKey> bounded(Set<NameKey> keys) {
        if (keys.size() <= KEYS_MAX) {
            return keys;
        }
        Set<NameKey> first = new LinkedHashSet<>();
        keys.stream().limit(KEYS_MAX).forEach(first::add);
        return first;
    }
}
