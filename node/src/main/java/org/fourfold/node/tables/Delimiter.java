package org.fourfold.node.tables;

/** What parts the columns. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    PIPE('|'),
    TAB('\t');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }
}
