package org.fourfold.linkage.score;

import java.util.Arrays;
import org.fourfold.linkage.block.PairSink;

/** Scores pairs and keeps those that have enough evidence. For one thread. */
final class EdgeSink implements PairSink {

    private static final int START = 1 << 12;

    private final Scorer scorer;
    private final int least;
    private int[] scores = {};
    private int[] first = new int[START];
    private int[] second = new int[START];
    private int[] evidence = new int[START];
    private int size;

    EdgeSink(Scorer scorer, int least) {
        this.scorer = scorer;
        this.least = least;
    }

    @Override
    public void take(int[] a, int[] b, int count) {
        if (scores.length < count) {
            scores = new int[count];
        }
        scorer.score(a, b, count, scores);
        for (int i = 0; i < count; i++) {
            if (scores[i] >= least) {
                keep(a[i], b[i], scores[i]);
            }
        }
    }

    private void keep(int a, int b, int score) {
        if (size == first.length) {
            int larger = size + (size >> 1);
            first = Arrays.copyOf(first, larger);
            second = Arrays.copyOf(second, larger);
            evidence = Arrays.copyOf(evidence, larger);
        }
        first[size] = a;
        second[size] = b;
        evidence[size++] = score;
    }

    int size() {
        return size;
    }

    void copy(int[] a, int[] b, int[] score, int at) {
        System.arraycopy(first, 0, a, at, size);
        System.arraycopy(second, 0, b, at, size);
        System.arraycopy(evidence, 0, score, at, size);
    }
}
