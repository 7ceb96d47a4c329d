package org.fourfold.linkage.explain;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BiConsumer;
import org.fourfold.linkage.train.Weights;

/** One object of JSON (RFC 8259, December 2017) on one line; names in the order in which they were given. */
final class Json {

    private static final String HEX = "0123456789abcdef";

    private static final MathContext SIX = new MathContext(6);

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    @CanIgnoreReturnValue
    Json begin() {
        out.append('{');
        first = true;
        return this;
    }

    @CanIgnoreReturnValue
    Json end() {
        out.append('}');
        first = false;
        return this;
    }

    @CanIgnoreReturnValue
    Json name(String name) {
        out.append(first ? "" : ",");
        first = true;
        quote(name);
        out.append(':');
        first = false;
        return this;
    }

    @CanIgnoreReturnValue
    Json put(String name, String text) {
        name(name);
        quote(text);
        return this;
    }

    @CanIgnoreReturnValue
    Json put(String name, long number) {
        name(name);
        out.append(number);
        return this;
    }

    @CanIgnoreReturnValue
    Json put(String name, boolean yes) {
        name(name);
        out.append(yes);
        return this;
    }

    /** Parts of a bit as bits, exactly: they have ten decimals at most. */
    @CanIgnoreReturnValue
    Json bits(String name, int parts) {
        name(name);
        out.append(exact(parts));
        return this;
    }

    static String exact(int parts) {
        BigDecimal bits = new BigDecimal(parts).divide(new BigDecimal(Weights.PARTS));
        return bits.signum() == 0 ? "0" : bits.stripTrailingZeros().toPlainString();
    }

    /** A number to six significant digits. */
    @CanIgnoreReturnValue
    Json put(String name, double number) {
        name(name);
        out.append(rounded(number));
        return this;
    }

    static String rounded(double number) {
        BigDecimal six = new BigDecimal(number).round(SIX);
        return six.signum() == 0 ? "0" : six.stripTrailingZeros().toPlainString();
    }

    /** A list, each item written by itself. */
    @CanIgnoreReturnValue
    <T> Json list(String name, List<T> items, BiConsumer<Json, T> item) {
        name(name);
        out.append('[');
        boolean begun = false;
        for (T each : items) {
            out.append(begun ? "," : "");
            begun = true;
            item.accept(this, each);
        }
        out.append(']');
        first = false;
        return this;
    }

    void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                // Halves of letters cannot be written in UTF-8; escaped, whole ones stay whole.
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    String done() {
        return out.toString();
    }
}
