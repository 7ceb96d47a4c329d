package org.fourfold.node.shell;

/** One of the things to choose from in a form, in the reader's language. */
public record Choice(String value, String label, String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, "");
    }
}
