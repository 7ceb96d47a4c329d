package org.fourfold.node.protection;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A file's number as people say and write it: {@code P-7F3K2M-Q}. Six random characters, so that it tells neither person
 * nor date nor how many files there are, and a check letter: a weighted sum modulo the prime 37, which catches every
 * single wrong character and every swap of two. Numbers whose sum has no letter are not given out. I, L, O and U, which
 * are misread, do not occur.
 */
public record FileNumber(String text) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 6;
    private static final int MODULUS = 37;

    public FileNumber {
        if (!text.matches("P-[0-9A-HJKMNP-TV-Z]{6}-[A-HJKMNP-TV-Z]") || !checks(text.substring(2, 8), text.charAt(9))) {
            throw new IllegalArgumentException("not a file number");
        }
    }

    /** A new number. */
    public static FileNumber random(RandomGenerator random) {
        while (true) {
            StringBuilder number = new StringBuilder();
            for (int i = 0; i < RANDOM_CHARACTERS; i++) {
                number.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            int sum = sum(number);
            if (sum < LETTERS.length()) {
                return new FileNumber("P-" + number + "-" + LETTERS.charAt(sum));
            }
        }
    }

    /** Reads what somebody typed: any case, with or without P and hyphens, O as 0, I and L as 1. */
    public static Optional<FileNumber> parse(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        String number = bare.length() == RANDOM_CHARACTERS + 2 && bare.startsWith("P") ? bare.substring(1) : bare;
        if (number.length() != RANDOM_CHARACTERS + 1
                || number.chars().anyMatch(letter -> CHARACTERS.indexOf(letter) < 0)
                || !checks(number.substring(0, RANDOM_CHARACTERS), number.charAt(RANDOM_CHARACTERS))) {
            return Optional.empty();
        }
        return Optional.of(
                new FileNumber("P-" + number.substring(0, RANDOM_CHARACTERS) + "-" + number.charAt(RANDOM_CHARACTERS)));
    }

    private static boolean checks(CharSequence number, char letter) {
        int sum = sum(number);
        return sum < LETTERS.length() && LETTERS.charAt(sum) == letter;
    }

    private static int sum(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += (i + 1) * CHARACTERS.indexOf(number.charAt(i));
        }
        return sum % MODULUS;
    }

    @Override
    public String toString() {
        return text;
    }
}
