package org.fourfold.linkage.report;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.fourfold.linkage.table.ShippedFile;

/** Texts in one language: {@code NAME_en.properties} and {@code NAME_es.properties} in UTF-8, each text a pattern of ICU. */
public final class TextFile {

    private final Language language;
    private final Properties texts;

    private TextFile(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * Reads one.
     *
     * @param beside the class beside which it lies
     * @param name the file's name before its language
     */
    public static TextFile of(Class<?> beside, String name, Language language) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(ShippedFile.text(beside, name + "_" + language.tag() + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TextFile(language, texts);
    }

    public Language language() {
        return language;
    }

    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** The text of a key, with the places for its values in it. */
    public String pattern(String key) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no text " + key + " in " + language);
        }
        return pattern;
    }

    /** The text with values put in; values are plain text. */
    public String text(String key, Map<String, Object> values) {
        return new MessageFormat(pattern(key), language.locale()).format(values);
    }
}
