package org.fourfold.node.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fourfold.node.tables.Cell.Kind;

/** Numbers as a workbook stores them, made readable. What does not fit its style stays the number that it is. */
final class Numbers {

    /** What a spreadsheet keeps of a number (IEEE 754, shown to 15 digits). */
    private static final int DIGITS = 15;

    private static final int CHARACTERS_MAX = 64;
    private static final int EXPONENT_MAX = 30;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long SECONDS_OF_HOUR = 3_600;
    private static final long SECONDS_OF_MINUTE = 60;

    /** Day 60 is 29 February 1900, which never was: days before it count from one day later. */
    private static final long DAY_THAT_NEVER_WAS = 60;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final boolean from1904;

    Numbers(boolean from1904) {
        this.from1904 = from1904;
    }

    Cell cell(String stored, CellStyles.Shape shape, boolean formula) {
        BigDecimal number;
        try {
            if (stored.length() > CHARACTERS_MAX) {
                return new Cell(Kind.TEXT, stored, stored, formula);
            }
            number = new BigDecimal(stored);
        } catch (NumberFormatException e) {
            return new Cell(Kind.TEXT, stored, stored, formula);
        }
        return switch (shape) {
            case PLAIN -> new Cell(Kind.NUMBER, plain(number, stored), stored, formula);
            case TIME ->
                number.signum() < 0 || number.compareTo(LAST_DAY) >= 0
                        ? new Cell(Kind.NUMBER, plain(number, stored), stored, formula)
                        : new Cell(Kind.TIME, time(seconds(number)), stored, formula);
            case DAY, MOMENT ->
                isDay(number)
                        ? new Cell(Kind.DATE, moment(number, shape == CellStyles.Shape.DAY), stored, formula)
                        : new Cell(Kind.NUMBER, plain(number, stored), stored, formula);
        };
    }

    /** Without an exponent; fractions to the digits that a spreadsheet shows, so that 0.30000000000000004 is 0.3. */
    private static String plain(BigDecimal number, String stored) {
        if (Math.abs((long) number.precision() - number.scale()) > EXPONENT_MAX || number.scale() > 400) {
            return stored;
        }
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        BigDecimal shown =
                bare.scale() > 0 ? bare.round(new MathContext(DIGITS)).stripTrailingZeros() : bare;
        return shown.toPlainString();
    }

    private boolean isDay(BigDecimal number) {
        boolean within = number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
        return within && (from1904 || (number.longValue() > 0 && number.longValue() != DAY_THAT_NEVER_WAS));
    }

    private String moment(BigDecimal number, boolean dayOnly) {
        long seconds = seconds(number);
        long day = seconds / SECONDS_OF_DAY;
        LocalDateTime start = from1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, day < DAY_THAT_NEVER_WAS ? 31 : 30, 0, 0);
        LocalDateTime moment = start.plusSeconds(seconds);
        return dayOnly ? moment.toLocalDate().toString() : MOMENT.format(moment);
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String time(long seconds) {
        return "%02d:%02d:%02d"
                .formatted(
                        seconds / SECONDS_OF_HOUR,
                        seconds % SECONDS_OF_HOUR / SECONDS_OF_MINUTE,
                        seconds % SECONDS_OF_MINUTE);
    }
}
