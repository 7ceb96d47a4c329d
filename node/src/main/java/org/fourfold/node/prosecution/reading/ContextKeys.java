package org.fourfold.node.prosecution.reading;

/**
 * How what stands in an entity beside its id, schema and properties is kept: as claims whose property no model can have. The
 * value is JSON text as it stood. So a key that nobody knows comes through, with its row like any other value.
 */
public final class ContextKeys {

    private static final String SCALAR = "@:";
    private static final String LIST = "@*";
    private static final String ESCAPED = "@@";

    private ContextKeys() {}

    /** A key whose value is no list. */
    static String scalar(String key) {
        return SCALAR + key;
    }

    /** A key whose value is a list: one claim an element, and one with an empty value for a list without any. */
    static String list(String key) {
        return LIST + key;
    }

    /** A property as the source names it. */
    static String property(String name) {
        return name.startsWith("@") ? ESCAPED + name.substring(1) : name;
    }

    public static boolean isContext(String property) {
        return property.startsWith(SCALAR) || property.startsWith(LIST);
    }

    public static boolean isList(String property) {
        return property.startsWith(LIST);
    }

    /** The name as the source had it. */
    public static String name(String property) {
        if (isContext(property)) {
            return property.substring(SCALAR.length());
        }
        return property.startsWith(ESCAPED) ? "@" + property.substring(ESCAPED.length()) : property;
    }
}
