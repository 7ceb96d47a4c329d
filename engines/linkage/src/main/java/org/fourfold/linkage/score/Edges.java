package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.arrays.Radix;

/**
 * Pairs that may be one person, each once, by their records.
 *
 * @param a the lower record of each
 * @param b the higher one
 * @param evidence without the prior, in parts of a bit
 */
@SuppressWarnings("ArrayRecordComponent")
public record Edges(int[] a, int[] b, int[] evidence) {

    public int size() {
        return a.length;
    }

    /** What several threads found, put in order; what was found twice counts once. */
    static Edges of(List<EdgeSink> sinks) {
        int size = sinks.stream().mapToInt(EdgeSink::size).sum();
        int[] a = new int[size];
        int[] b = new int[size];
        int[] evidence = new int[size];
        int at = 0;
        for (EdgeSink sink : sinks) {
            sink.copy(a, b, evidence, at);
            at += sink.size();
        }
        return of(a, b, evidence);
    }

    /** Pairs in any order, the lower record of each in {@code a}; what was found twice counts once. */
    public static Edges of(int[] a, int[] b, int[] evidence) {
        int size = a.length;
        long[] order = new long[size];
        long[] spare = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) b[i] << 32) | i;
        }
        Radix.sortByUpper(order, size, spare);
        for (int i = 0; i < size; i++) {
            int place = (int) order[i];
            order[i] = ((long) a[place] << 32) | place;
        }
        Radix.sortByUpper(order, size, spare);
        return arranged(a, b, evidence, order);
    }

    private static Edges arranged(int[] a, int[] b, int[] evidence, long[] order) {
        int[] x = new int[order.length];
        int[] y = new int[order.length];
        int[] z = new int[order.length];
        int size = 0;
        for (long each : order) {
            int place = (int) each;
            if (size == 0 || x[size - 1] != a[place] || y[size - 1] != b[place]) {
                x[size] = a[place];
                y[size] = b[place];
                z[size++] = evidence[place];
            }
        }
        return new Edges(Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(z, size));
    }

    /** The place of a pair, the lower record first; below 0 where it is none of these. */
    public int find(int lower, int higher) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(a[middle], lower);
            order = order != 0 ? order : Integer.compare(b[middle], higher);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** The places of the pairs, the strongest first; what is equally strong stays in order. */
    public long[] strongestFirst() {
        long[] order = new long[size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = ((long) (Integer.MAX_VALUE - evidence[i]) << 32) | i;
        }
        Radix.sortByUpper(order, order.length, new long[order.length]);
        return order;
    }
}
