package org.fourfold.node.frame;

import java.util.Locale;

/** The two languages that every screen, message and fault speaks. */
public enum Language {
    ES,
    EN;

    /** How numbers and days are written: in Spanish as in Latin America, where 1.283 is read as one and a bit. */
    public Locale locale() {
        return Locale.forLanguageTag(
                switch (this) {
                    case ES -> "es-419";
                    case EN -> "en";
                });
    }

    /** The BCP 47 tag, for {@code lang} attributes. */
    public String tag() {
        return switch (this) {
            case ES -> "es";
            case EN -> "en";
        };
    }

    /** The language for a tag such as {@code es-GT}; Spanish for every tag that is not English. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ES;
    }
}
