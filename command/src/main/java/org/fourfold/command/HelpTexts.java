package org.fourfold.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.jspecify.annotations.Nullable;

/** The texts under {@code command.help.}, under the names by which picocli asks for its help. */
final class HelpTexts {

    private static final String PREFIX = "command.help.";

    private HelpTexts() {}

    static ResourceBundle in(Language language) {
        Messages messages = Texts.in(language);
        Set<String> names = keys(language).stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        // Each text is made when it is asked for: a command that shows no help waits for none.
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String name) {
                return names.contains(name) ? messages.text(PREFIX + name) : null;
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(names);
            }
        };
    }

    private static Properties keys(Language language) {
        String path = "/messages/command/messages_" + language.tag() + ".properties";
        Properties keys = new Properties();
        try (var stream = Objects.requireNonNull(HelpTexts.class.getResourceAsStream(path), path)) {
            keys.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
