package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that leaves the node as a file: one HTML file with its own style, no script, and nothing that asks another host. The
 * program's resource with {@code {{name}}} replaced; a name that is not given is a fault of the program.
 */
public final class PlainPage {

    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z-]+)}}");

    private PlainPage() {}

    /** Fills a page of {@code /seal}; the values are already HTML. */
    public static byte[] fill(String page, Map<String, String> values) {
        Matcher names = NAME.matcher(new String(resource(page), StandardCharsets.UTF_8));
        return names.replaceAll(name ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(name.group(1)), name.group(1))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of a resource below {@code /seal}. */
    public static byte[] resource(String name) {
        try (InputStream in = PlainPage.class.getResourceAsStream("/seal/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as HTML shows it. */
    public static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
