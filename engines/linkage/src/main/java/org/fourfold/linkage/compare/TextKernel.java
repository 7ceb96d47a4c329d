package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Bags;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Slot;

/** Compares texts as bags of words, each word weighed by how rare it is. */
final class TextKernel extends Kernel implements ValueLevels {

    private final int place;
    private final List<Level> levels;
    private final Bags bags;

    TextKernel(Codes codes, Slot slot, List<Level> levels, int[] subjects) {
        super(codes, subjects);
        this.place = codes.place(slot.name());
        this.levels = levels;
        this.bags = slot.vocabulary().bags();
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
        int[] members = bags.members();
        int i = bags.start(x);
        int j = bags.start(y);
        int xEnd = bags.start(x + 1);
        int yEnd = bags.start(y + 1);
        int shared = 0;
        int left = 0;
        int right = 0;
        while (i < xEnd || j < yEnd) {
            int word = i == xEnd ? members[j] : j == yEnd ? members[i] : Math.min(members[i], members[j]);
            int worth = bags.worth(word);
            boolean inLeft = i < xEnd && members[i] == word;
            boolean inRight = j < yEnd && members[j] == word;
            shared += inLeft && inRight ? worth : 0;
            left += inLeft ? worth : 0;
            right += inRight ? worth : 0;
            i += inLeft ? 1 : 0;
            j += inRight ? 1 : 0;
        }
        double overlap = (double) shared / (left + right - shared);
        double within = (double) shared / Math.min(left, right);
        for (int l = 0; l < levels.size(); l++) {
            Level level = levels.get(l);
            boolean holds = switch (level.kind()) {
                case SAME -> x == y && shared >= level.amount() * Bags.PARTS_OF_BIT;
                case OVERLAP -> overlap >= level.amount();
                case WITHIN -> within >= level.amount();
                case ELSE -> true;
                default -> false;
            };
            if (holds) {
                return l + 1;
            }
        }
        throw new IllegalStateException("the last level is: else");
    }
}
