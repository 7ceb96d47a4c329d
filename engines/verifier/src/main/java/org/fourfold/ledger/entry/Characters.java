package org.fourfold.ledger.entry;

/** The few alphabets of an entry. */
final class Characters {

    private Characters() {}

    static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    static boolean areHex(String text) {
        return text.chars().allMatch(Characters::isHex);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}
