package org.fourfold.node.protection;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code on a receipt: {@code 7F3K-2MQ8-XW4T}. Sixty random bits, so that nobody finds another's by trying; it tells nothing
 * of what it is for. I, L, O and U, which are misread, do not occur.
 */
public record ComplaintCode(String text) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int PART = 4;

    public ComplaintCode {
        if (!text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")) {
            throw new IllegalArgumentException("not a code of a receipt");
        }
    }

    public static ComplaintCode random(RandomGenerator random) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            bare.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return ofBare(bare.toString());
    }

    /** Reads what somebody typed: any case, with or without hyphens, O as 0, I and L as 1. */
    public static Optional<ComplaintCode> parse(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return bare.length() == LENGTH && bare.chars().allMatch(letter -> CHARACTERS.indexOf(letter) >= 0)
                ? Optional.of(ofBare(bare))
                : Optional.empty();
    }

    private static ComplaintCode ofBare(String bare) {
        return new ComplaintCode(
                bare.substring(0, PART) + "-" + bare.substring(PART, 2 * PART) + "-" + bare.substring(2 * PART));
    }

    @Override
    public String toString() {
        return "ComplaintCode[…]";
    }
}
