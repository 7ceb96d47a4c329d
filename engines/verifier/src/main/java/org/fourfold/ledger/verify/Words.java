package org.fourfold.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** The sentences of one language. A plain file and {@code {0}}: message formats and bundles would cost the start. */
final class Words {

    private final Properties texts = new Properties();

    private Words(String language) {
        String path = "words_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(String language) {
        return new Words(language);
    }

    /** Spanish where the environment says so, as the launcher decides it; else English. */
    static String language(Map<String, String> environment) {
        for (String name : new String[] {"FOURFOLD_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String told = environment.getOrDefault(name, "");
            if (!told.isEmpty()) {
                return told.startsWith("es") ? "es" : "en";
            }
        }
        return "en";
    }

    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
