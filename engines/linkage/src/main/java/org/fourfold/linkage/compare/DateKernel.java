package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.table.ByteDictionary;

/** Compares dates written as digits: year, month, day; later parts may be missing. */
final class DateKernel extends Kernel {

    private static final int YEAR = 4;
    private static final int DAY = 8;

    private final int[] codes;
    private final ByteDictionary dates;
    private final List<Level> levels;
    private final int[] years;
    private final int[] days;

    DateKernel(Slot slot, List<Level> levels, int[][] subjects) {
        super(subjects);
        this.codes = slot.codes();
        this.dates = slot.vocabulary().values();
        this.levels = levels;
        Vocabulary vocabulary = slot.vocabulary();
        int[] yearOf = new int[vocabulary.room() + 1];
        int[] dayOf = new int[vocabulary.room() + 1];
        vocabulary.each(code -> {
            String text = vocabulary.text(code);
            yearOf[code] = text.length() >= YEAR ? Integer.parseInt(text.substring(0, YEAR)) : 0;
            dayOf[code] = text.length() == DAY ? Integer.parseInt(text) : 0;
        });
        this.years = yearOf;
        this.days = dayOf;
    }

    private static boolean isTwoOfThree(int x, int y) {
        int year = x / 10_000 == y / 10_000 ? 1 : 0;
        int month = x / 100 % 100 == y / 100 % 100 ? 1 : 0;
        int day = x % 100 == y % 100 ? 1 : 0;
        return year + month + day == 2 || (year == 1 && x / 100 % 100 == y % 100 && x % 100 == y / 100 % 100);
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            int x = codes[a[i]];
            int y = codes[b[i]];
            out[i] = (byte) (x == 0 || y == 0 ? 0 : compare(x, y));
        }
    }

    private int compare(int x, int y) {
        int xLength = dates.end(x) - dates.start(x);
        int yLength = dates.end(y) - dates.start(y);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean holds = switch (level.kind()) {
                case SAME -> x == y;
                case EDIT ->
                    xLength == DAY
                            && yLength == DAY
                            && Similarity.isOneEdit(
                                    dates.bytes(), dates.start(x), dates.end(x), dates.start(y), dates.end(y));
                case TWO_OF_THREE -> xLength == DAY && yLength == DAY && isTwoOfThree(days[x], days[y]);
                case YEAR_ONLY -> years[x] == years[y] && (xLength == YEAR || yLength == YEAR);
                case YEAR -> years[x] == years[y];
                case YEARS -> Math.abs(years[x] - years[y]) <= level.amount();
                case ELSE -> true;
                default -> false;
            };
            if (holds) {
                return i + 1;
            }
        }
        throw new IllegalStateException("the last level is: else");
    }
}
