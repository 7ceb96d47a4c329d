package org.fourfold.command.terminal;

import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Language;

/**
 * Which language the terminal speaks: what was asked for, else what the locale says. Spanish where the locale is Spanish,
 * English elsewhere: a machine without a locale is rarely a person's.
 */
public final class TerminalLanguage {

    private TerminalLanguage() {}

    public static Language of(Optional<String> asked, Map<String, String> environment) {
        return asked.or(() -> Optional.ofNullable(environment.get("FOURFOLD_LANGUAGE")))
                .or(() -> locale(environment))
                .filter(tag -> tag.startsWith("es"))
                .map(tag -> Language.ES)
                .orElse(Language.EN);
    }

    private static Optional<String> locale(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
