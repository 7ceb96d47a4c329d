package org.fourfold.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ListResourceBundle;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;

/** The texts under {@code command.help.}, under the names by which picocli asks for its help. */
final class HelpTexts {

    private static final String PREFIX = "command.help.";

    private HelpTexts() {}

    static ResourceBundle in(Language language) {
        Messages messages = Texts.in(language);
        Object[][] texts = keys(language).stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> new Object[] {key.substring(PREFIX.length()), messages.text(key)})
                .toArray(Object[][]::new);
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts;
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
