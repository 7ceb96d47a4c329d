package org.fourfold.node.shell;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;

/** The messages of all modules, in both languages. */
public final class Texts {

    private final Map<Language, Messages> byLanguage = new EnumMap<>(Language.class);

    /** Reads the files of the named modules, once. */
    public Texts(Collection<String> modules) {
        for (Language language : Language.values()) {
            byLanguage.put(language, Messages.load(language, modules));
        }
    }

    public Messages in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    /** The words for a text. */
    public String say(Language language, Text text) {
        return in(language).text(text.key(), text.values());
    }
}
