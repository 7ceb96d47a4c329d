package org.fourfold.node.trust.internal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key file's text: a first line that names its kind and format, then {@code name value} lines. */
public final class Fields {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String kind;

    private Fields(String kind) {
        this.kind = kind;
    }

    public static Fields of(String kind) {
        return new Fields(kind);
    }

    /** Reads a text of that kind; throws IllegalStateException for any other. */
    public static Fields parse(String kind, String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(kind)) {
            throw new IllegalStateException("not a file of the kind " + kind);
        }
        Fields fields = new Fields(kind);
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].indexOf(' ');
            if (space > 0) {
                fields.values.put(lines[i].substring(0, space), lines[i].substring(space + 1));
            }
        }
        return fields;
    }

    public Fields with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Fields with(String name, byte[] value) {
        return with(name, Base64.getEncoder().encodeToString(value));
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a " + kind + " lacks " + name);
        }
        return value;
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public byte[] bytes(String name) {
        return Base64.getDecoder().decode(text(name));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind).append('\n');
        values.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        return text.toString();
    }
}
