package org.fourfold.node.frame;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What the node says, in one language. One pair of files a module, {@code messages/<module>/messages_en.properties} and
 * {@code _es}, each key beginning with the module's name. Texts are ICU message patterns ({@code {count, plural, one {#
 * case} other {# cases}}}); a key that is missing throws, and a test holds both languages to the same keys.
 */
public final class Messages {

    private final Language language;
    private final Map<String, String> texts;

    private Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /** Reads the files of the named modules. */
    public static Messages load(Language language, Iterable<String> modules) {
        Map<String, String> texts = new HashMap<>();
        for (String module : modules) {
            read(module, language).forEach((key, text) -> {
                if (!key.toString().startsWith(module + ".")) {
                    throw new IllegalStateException(key + " does not begin with " + module);
                }
                texts.put(key.toString(), text.toString());
            });
        }
        return new Messages(language, texts);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key that takes no values. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The text with one value put in. */
    public String text(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    /** The text with the named values put in. */
    public String text(String key, Map<String, ?> values) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return new MessageFormat(pattern, language.locale()).format(new HashMap<>(values));
    }

    /** What is wrong. */
    public String fault(Problem problem) {
        return text(problem.code() + ".fault", problem.details());
    }

    /** What to do about it. */
    public String mend(Problem problem) {
        return text(problem.code() + ".mend", problem.details());
    }

    private static Properties read(String module, Language language) {
        String path = "/messages/" + module + "/messages_" + language.tag() + ".properties";
        Properties read = new Properties();
        try (var stream = Messages.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no " + path);
            }
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
