package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;

/** Compares dates written as digits: year, month, day; later parts may be missing. */
final class DateKernel extends Kernel implements ValueLevels {

    private static final int YEAR_DIGITS = 4;
    private static final int DAY_DIGITS = 8;
    private static final int DIGIT = 0xFF;
    private static final int TWO_DIGITS = 0xFFFF;
    private static final int MONTH_SHIFT = 16;

    private final int place;
    private final List<Level> levels;
    private final int[] firstYears;
    private final int[] lastYears;

    /** Per date its eight digits, the last one lowest; 0 where it has no day. */
    private final long[] digits;

    DateKernel(Codes codes, Slot slot, List<Level> levels, int[] subjects) {
        super(codes, subjects);
        this.place = codes.place(slot.name());
        this.levels = levels;
        Vocabulary dates = slot.vocabulary();
        int[] firsts = new int[dates.room() + 1];
        int[] lasts = new int[dates.room() + 1];
        long[] all = new long[dates.room() + 1];
        dates.each(code -> {
            String text = dates.text(code);
            firsts[code] = Integer.parseInt(text.substring(0, YEAR_DIGITS));
            boolean span = text.indexOf('.') > 0;
            lasts[code] = span ? Integer.parseInt(text.substring(text.length() - YEAR_DIGITS)) : firsts[code];
            all[code] = 0;
            for (int i = 0; i < text.length() && text.length() == DAY_DIGITS; i++) {
                all[code] = (all[code] << Byte.SIZE) | text.charAt(i);
            }
        });
        this.firstYears = firsts;
        this.lastYears = lasts;
        this.digits = all;
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            int x = table[a[i] * step + place];
            int y = table[b[i] * step + place];
            out[i] = (byte) (x == 0 || y == 0 ? 0 : level(x, y));
        }
    }

    @Override
    public int level(int x, int y) {
        boolean whole = digits[x] != 0 && digits[y] != 0;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean holds = switch (level.kind()) {
                case SAME -> x == y;
                case TWO_OF_THREE -> whole && isTwoOfThree(digits[x], digits[y]);
                case EDIT -> whole && isOneEdit(digits[x], digits[y]);
                case YEAR_ONLY -> !whole && yearsApart(x, y) == 0;
                case YEAR -> yearsApart(x, y) == 0;
                case YEARS -> yearsApart(x, y) <= level.amount();
                case ELSE -> true;
                default -> false;
            };
            if (holds) {
                return i + 1;
            }
        }
        throw new IllegalStateException("the last level is: else");
    }

    /** Years between two spans; 0 if they have one in common. */
    private int yearsApart(int x, int y) {
        return Math.max(0, Math.max(firstYears[x], firstYears[y]) - Math.min(lastYears[x], lastYears[y]));
    }

    /** One digit is another one, or two neighbours are swapped. */
    private static boolean isOneEdit(long x, long y) {
        long differing = x ^ y;
        int low = Long.numberOfTrailingZeros(differing) / Byte.SIZE * Byte.SIZE;
        long rest = differing >>> low;
        if (rest <= DIGIT) {
            return true;
        }
        int high = low + Byte.SIZE;
        return rest <= TWO_DIGITS
                && ((x >>> low) & DIGIT) == ((y >>> high) & DIGIT)
                && ((y >>> low) & DIGIT) == ((x >>> high) & DIGIT);
    }

    /** Two of year, month and day; or the year, where month and day are swapped. */
    private static boolean isTwoOfThree(long x, long y) {
        long differing = x ^ y;
        int year = differing >>> Integer.SIZE == 0 ? 1 : 0;
        int month = ((differing >>> MONTH_SHIFT) & TWO_DIGITS) == 0 ? 1 : 0;
        int day = (differing & TWO_DIGITS) == 0 ? 1 : 0;
        return year + month + day == 2
                || (year == 1
                        && (x & TWO_DIGITS) == ((y >>> MONTH_SHIFT) & TWO_DIGITS)
                        && (y & TWO_DIGITS) == ((x >>> MONTH_SHIFT) & TWO_DIGITS));
    }
}
