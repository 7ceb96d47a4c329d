package org.fourfold.linkage;

/**
 * One way by which a name may be found: two names that share a key may be the same name. Keys are compared as wholes, so
 * they may be hashed or encrypted before they are stored.
 *
 * @param kind how strong a reason the key is
 * @param text lower-case letters, {@code C} for the sound of ch
 */
public record NameKey(Kind kind, String text) {

    /** What two names have in common that share such a key; the strongest first. */
    public enum Kind {
        /** A word written the same, accents and case apart. */
        WORD('w', 0, 1.0),
        /** A word that sounds the same. */
        SOUND('s', 1, 0.9),
        /** Two forms of one given name: Paco and Francisco. */
        FORM('f', 2, 0.8),
        /** Sounds that differ by one: one too many, one missing, one other, two swapped. */
        NEAR('n', 3, 0.6),
        /** The beginning of a word. */
        BEGINNING('b', 4, 0.5),
        /** A word and its first letter. */
        INITIAL('i', 5, 0.3);

        private final char sign;
        private final int place;
        private final double weight;

        Kind(char sign, int place, double weight) {
            this.sign = sign;
            this.place = place;
            this.weight = weight;
        }

        /** Its bit among the kinds of a word, from 0. */
        int bit() {
            return 1 << place;
        }

        /** How much of a word's match it is worth, above 0 to 1. */
        public double weight() {
            return weight;
        }
    }

    /** One text for kind and key, to be hashed: {@code s:yesika}. */
    public String code() {
        return kind.sign + ":" + text;
    }
}
