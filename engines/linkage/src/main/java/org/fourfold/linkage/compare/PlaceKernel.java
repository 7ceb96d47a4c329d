package org.fourfold.linkage.compare;

import java.util.Arrays;
import org.fourfold.linkage.records.Codes;

/** Compares places from the smallest part that both say to the largest. */
final class PlaceKernel extends Kernel {

    private final int[] places;

    /**
     * A place of several parts.
     *
     * @param subjects per level which of a record's numbers is the part, from the smallest; the empty level comes first and
     *     the last is: else
     */
    PlaceKernel(Codes codes, int[] subjects) {
        super(codes, subjects);
        this.places = Arrays.copyOfRange(subjects, 1, subjects.length - 1);
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = (byte) compare(a[i] * step, b[i] * step);
        }
    }

    private int compare(int a, int b) {
        boolean said = false;
        for (int i = 0; i < places.length; i++) {
            int x = table[a + places[i]];
            int y = table[b + places[i]];
            if (x != 0 && y != 0) {
                said = true;
                if (x == y) {
                    return i + 1;
                }
            }
        }
        return said ? places.length + 1 : 0;
    }
}
