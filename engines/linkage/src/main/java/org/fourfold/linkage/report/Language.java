package org.fourfold.linkage.report;

import com.ibm.icu.util.ULocale;

/** The two languages of every page. */
public enum Language {
    EN("en", "en"),
    /** Spanish with numbers as in Latin America, where 1,283 is one thousand and more. */
    ES("es", "es-419");

    private final String tag;
    private final String locale;

    Language(String tag, String locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The BCP 47 tag, for {@code lang} attributes. */
    public String tag() {
        return tag;
    }

    ULocale locale() {
        return ULocale.forLanguageTag(locale);
    }
}
