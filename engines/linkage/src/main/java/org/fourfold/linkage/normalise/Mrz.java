package org.fourfold.linkage.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Facts;
import org.fourfold.linkage.normalise.IdNumber.Kind;
import org.fourfold.linkage.normalise.IdNumber.Sex;

/**
 * The machine-readable zone of a passport or card: ICAO Doc 9303, parts 4 (TD3, two lines of 44), 5 (TD1, three of 30)
 * and 6 (TD2, two of 36). Check digits: values of the signs (0-9, A = 10 to Z = 35, &lt; = 0) times 7, 3, 1 in turn, sum
 * modulo 10 (part 3, section 4.9).
 *
 * <p>The nationality in it is not read: it is no feature.
 *
 * @param number the document's number with its checks
 * @param issuer who issued it, three letters: numbers are unique within one issuer only
 * @param surnames as it writes them, words with spaces between them
 * @param givenNames likewise
 */
public record Mrz(IdNumber number, String issuer, String surnames, String givenNames) {

    private static final int TD1_WIDTH = 30;
    private static final int TD2_WIDTH = 36;
    private static final int TD3_WIDTH = 44;
    private static final int[] WEIGHTS = {7, 3, 1};

    /** Where the parts stand in the line of numbers. Composite: from, to pairs of that line. */
    private record Layout(int number, int birth, int sex, int expiry, List<Integer> composite) {}

    private static final Layout PASSPORT = new Layout(0, 13, 20, 21, List.of(0, 10, 13, 20, 21, 43));
    private static final Layout CARD = new Layout(0, 13, 20, 21, List.of(0, 10, 13, 20, 21, 35));

    /** The lines of a TD1 are read as one: the number is in the first, the dates in the second. */
    private static final Layout SMALL_CARD = new Layout(5, 30, 37, 38, List.of(5, 30, 30, 37, 38, 45, 48, 59));

    /** Reads the lines of a zone, separated by line breaks or written on. Empty when it is none. */
    public static Optional<Mrz> of(String raw, LocalDate writtenOn) {
        String text = zone(raw);
        return switch (text.length()) {
            case 2 * TD3_WIDTH ->
                Optional.of(
                        read(raw, text.substring(TD3_WIDTH), PASSPORT, text.substring(5, TD3_WIDTH), text, writtenOn));
            case 2 * TD2_WIDTH ->
                Optional.of(read(raw, text.substring(TD2_WIDTH), CARD, text.substring(5, TD2_WIDTH), text, writtenOn));
            case 3 * TD1_WIDTH ->
                Optional.of(read(
                        raw,
                        text.substring(0, 2 * TD1_WIDTH),
                        SMALL_CARD,
                        text.substring(2 * TD1_WIDTH),
                        text,
                        writtenOn));
            default -> Optional.empty();
        };
    }

    private static Mrz read(String raw, String line, Layout at, String names, String all, LocalDate writtenOn) {
        String number = line.substring(at.number(), at.number() + 9);
        boolean right = isRight(line, at.number(), at.number() + 9)
                && isRight(line, at.birth(), at.birth() + 6)
                && isRight(line, at.expiry(), at.expiry() + 6)
                && isCompositeRight(line, at.composite());
        Facts facts = new Facts(
                births(line.substring(at.birth(), at.birth() + 6), writtenOn),
                sex(line.charAt(at.sex())),
                Optional.empty());
        IdNumber id = new IdNumber(
                raw, Kind.PASSPORT, number.replace("<", ""), right ? Check.RIGHT : Check.WRONG_DIGIT, facts);
        int gap = names.indexOf("<<");
        String surnames = gap < 0 ? names : names.substring(0, gap);
        String given = gap < 0 ? "" : names.substring(gap);
        return new Mrz(id, all.substring(2, 5).replace("<", ""), spaced(surnames), spaced(given));
    }

    /** The check digit stands behind the part. */
    private static boolean isRight(String line, int from, int to) {
        return checkDigit(line.substring(from, to)) == value(line.charAt(to));
    }

    private static boolean isCompositeRight(String line, List<Integer> parts) {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < parts.size(); i += 2) {
            whole.append(line, parts.get(i), parts.get(i + 1));
        }
        return checkDigit(whole.toString()) == value(line.charAt(line.length() - 1));
    }

    /** The check digit of Doc 9303 for any part, 0 to 9. */
    static int checkDigit(String part) {
        int sum = 0;
        for (int i = 0; i < part.length(); i++) {
            sum += value(part.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }

    private static int value(char sign) {
        return sign == '<' ? 0 : Fold.isDigit(sign) ? sign - '0' : sign - 'A' + 10;
    }

    private static List<DateSpan> births(String digits, LocalDate writtenOn) {
        if (!IdNumbers.isDigits(digits)) {
            return List.of();
        }
        return CalendarDays.births(
                IdNumbers.number(digits, 0, 2),
                IdNumbers.number(digits, 2, 4),
                IdNumbers.number(digits, 4, 6),
                writtenOn);
    }

    private static Optional<Sex> sex(char sign) {
        return switch (sign) {
            case 'F' -> Optional.of(Sex.FEMALE);
            case 'M' -> Optional.of(Sex.MALE);
            default -> Optional.empty();
        };
    }

    private static String spaced(String names) {
        List<String> words = new ArrayList<>(3);
        for (String word : Fold.words(names)) {
            words.add(word.toUpperCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static String zone(String raw) {
        String text = Fold.bounded(raw);
        StringBuilder zone = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '<' || Fold.isDigit(sign) || (sign >= 'A' && sign <= 'Z')) {
                zone.append(sign);
            } else if (!Character.isWhitespace(sign)) {
                return "";
            }
        }
        return zone.toString();
    }
}
