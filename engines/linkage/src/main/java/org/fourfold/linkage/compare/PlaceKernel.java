package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.records.Slot;

/** Compares places from the smallest part that both say to the largest. */
final class PlaceKernel extends Kernel {

    private final int[][] parts;

    PlaceKernel(List<Slot> parts, int[][] subjects) {
        super(subjects);
        this.parts = parts.stream().map(Slot::codes).toArray(int[][]::new);
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = (byte) compare(a[i], b[i]);
        }
    }

    private int compare(int a, int b) {
        boolean said = false;
        for (int i = 0; i < parts.length; i++) {
            int x = parts[i][a];
            int y = parts[i][b];
            if (x != 0 && y != 0) {
                said = true;
                if (x == y) {
                    return i + 1;
                }
            }
        }
        return said ? parts.length + 1 : 0;
    }
}
