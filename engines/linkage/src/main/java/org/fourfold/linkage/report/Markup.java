package org.fourfold.linkage.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;

/** HTML and SVG, written element by element. Every text and every value of an attribute is escaped here and only here. */
final class Markup {

    private static final char UNKNOWN = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final ArrayDeque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turn. */
    @CanIgnoreReturnValue
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    @CanIgnoreReturnValue
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds one text. */
    @CanIgnoreReturnValue
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of HTML that has no end; closed all the same, so that readers of XML read the page too. */
    @CanIgnoreReturnValue
    Markup single(String tag, String... attributes) {
        start(tag, attributes);
        out.insert(out.length() - 1, '/');
        return this;
    }

    @CanIgnoreReturnValue
    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A name from data: its script turns nothing around it. */
    @CanIgnoreReturnValue
    Markup name(String name) {
        return element("bdi", name);
    }

    @CanIgnoreReturnValue
    Markup line() {
        out.append('\n');
        return this;
    }

    /** What is ours and holds no data, such as the style sheet. */
    @CanIgnoreReturnValue
    Markup ours(String markup) {
        out.append(markup);
        return this;
    }

    /** The whole, once every element is closed. */
    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(text, i) ? c : UNKNOWN);
            }
        }
    }

    /** Control signs and halves of letters are in no valid page. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == '\n' || c == '\t' || !Character.isISOControl(c);
    }
}
