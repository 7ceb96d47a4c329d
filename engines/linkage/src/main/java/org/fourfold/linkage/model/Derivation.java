package org.fourfold.linkage.model;

import java.io.Serializable;

/**
 * What is taken of a value to find or compare it by.
 *
 * @param length letters, for a beginning and an ending; else 0
 */
public record Derivation(Kind kind, int length) implements Serializable {

    /** The value itself. */
    public static final Derivation VALUE = new Derivation(Kind.VALUE, 0);

    public static final Derivation SOUND = new Derivation(Kind.SOUND, 0);

    /** Ways to take it. */
    public enum Kind {
        VALUE,
        /** How it sounds in Spanish. */
        SOUND,
        /** The given name that it is a form of, as it sounds; of any other word how it sounds. */
        FORM,
        /** Of a date the whole of it, day included. */
        WHOLE,
        /** Its first letters. */
        FIRST,
        /** Its last letters. */
        LAST,
        /** Of a date the year. */
        YEAR,
        /** Of a date the month and the day. */
        DAY,
        /** Of a text its rarest words, each a key of its own. */
        WORDS,
        /** Of a text its words' minimal hashes in bands, each a key of its own. */
        LIKE
    }

    /** A place's key of several: its values are not one but many. */
    public boolean isMany() {
        return kind == Kind.WORDS || kind == Kind.LIKE;
    }
}
