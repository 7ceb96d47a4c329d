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

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

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
        Map<String, Object> apart = new HashMap<>(values);
        apart.replaceAll((name, value) -> value instanceof String words ? apart(words) : value);
        return new MessageFormat(pattern, language.locale()).format(apart);
    }

    /** Words of another direction stand apart from the sentence they are put into, so that they turn nothing of it. */
    private static String apart(String words) {
        return words.codePoints().anyMatch(Messages::turns) ? FIRST_STRONG_ISOLATE + words + POP_ISOLATE : words;
    }

    private static boolean turns(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> true;
            default -> false;
        };
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
