package org.fourfold.linkage.normalise;

/**
 * One word of a name, particles joined to it.
 *
 * @param text folded letters a to z, 1 to {@link #LETTERS_MAX}: {@code delacruz}
 * @param joined whether a particle stood apart before it: "de la Cruz", not "Delacruz"
 */
public record NameWord(String text, boolean joined) {

    /** Letters of a word that are looked at. */
    public static final int LETTERS_MAX = 48;

    static NameWord of(String text) {
        return new NameWord(text, false);
    }

    /** Whether it is a single letter, as in "María J. López": it agrees with every word that begins so. */
    public boolean isInitial() {
        return text.length() == 1;
    }

    /** Its {@link SoundKey}; empty for an initial, which sounds like nothing yet. */
    public String sound() {
        return isInitial() ? "" : SoundKey.of(text);
    }
}
