package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Slot;

/** Compares measured numbers by their difference as a share of the larger. */
final class QuantityKernel extends Kernel implements ValueLevels {

    private final int place;
    private final double[] amounts;
    private final List<Level> levels;

    QuantityKernel(Codes codes, Slot slot, List<Level> levels, int[] subjects) {
        super(codes, subjects);
        this.place = codes.place(slot.name());
        this.levels = levels;
        double[] all = new double[slot.vocabulary().room() + 1];
        slot.vocabulary()
                .each(code -> all[code] = Double.parseDouble(slot.vocabulary().text(code)));
        this.amounts = all;
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
    public int level(int one, int other) {
        double x = amounts[one];
        double y = amounts[other];
        double share = x == y ? 0 : Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
        for (int l = 0; l < levels.size(); l++) {
            Level level = levels.get(l);
            boolean holds = switch (level.kind()) {
                case SAME -> x == y;
                case ABOUT -> share <= level.amount();
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
