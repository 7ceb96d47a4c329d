package org.fourfold.node.frame;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** One line in the text form of PostgreSQL's COPY: values parted by tabs, null as {@code \N}, four characters escaped. */
public final class CopyLine {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder line = new StringBuilder(256);
    private boolean first = true;

    public CopyLine text(String value) {
        begin();
        int plain = plainCharacters(value);
        line.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // PostgreSQL has no text with a zero in it, and no table means one.
                case 0 -> line.append(' ');
                default -> line.append(c);
            }
        }
        return this;
    }

    /** How many characters stand before the first that has to be escaped: nearly always all of them. */
    private static int plainCharacters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r' || c == 0) {
                return i;
            }
        }
        return value.length();
    }

    /** Null where the text is empty. */
    public CopyLine orNull(String value) {
        return value.isEmpty() ? plain(Optional.empty()) : text(value);
    }

    /** As hexadecimal digits, whose mark is a backslash. */
    public CopyLine bytes(byte[] value) {
        begin();
        var _ = HEX.formatHex(line.append("\\\\x"), value);
        return this;
    }

    public CopyLine number(long value) {
        begin();
        line.append(value);
        return this;
    }

    public CopyLine plain(Optional<?> value) {
        begin();
        line.append(value.map(Object::toString).orElse("\\N"));
        return this;
    }

    private void begin() {
        if (!first) {
            line.append('\t');
        }
        first = false;
    }

    /** The bytes of the line, which is empty again afterwards. */
    public byte[] take() {
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        line.setLength(0);
        first = true;
        return bytes;
    }
}
