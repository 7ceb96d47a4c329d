package org.fourfold.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rates that one figure over all pairs hides: how many true pairs are found by what is known, and whom false pairs took for one. */
final class LinkRates {

    private final int[] person;
    private final int[] cluster;
    private final List<Written> written;

    /** Per record its person, its cluster and what it gives. */
    LinkRates(int[] person, int[] cluster, List<Written> written) {
        this.person = person.clone();
        this.cluster = cluster.clone();
        this.written = List.copyOf(written);
    }

    /** One line a rate. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        long[] all = new long[3];
        long[] found = new long[3];
        for (List<Integer> one : groups(person)) {
            forEachPair(one, (a, b) -> {
                int two = (written.get(a).hasTwoSurnames() ? 1 : 0)
                        + (written.get(b).hasTwoSurnames() ? 1 : 0);
                all[two]++;
                found[two] += cluster[a] == cluster[b] ? 1 : 0;
            });
        }
        lines.add(recall("both records give two surnames", found[2], all[2]));
        lines.add(recall("one of them gives fewer", found[1], all[1]));
        lines.add(recall("both give fewer", found[0], all[0]));
        Map<Written.Mistaken, Integer> mistaken = new EnumMap<>(Written.Mistaken.class);
        for (List<Integer> one : groups(cluster)) {
            forEachPair(one, (a, b) -> {
                if (person[a] != person[b]) {
                    mistaken.merge(written.get(a).mistakenFor(written.get(b)), 1, Integer::sum);
                }
            });
        }
        for (Written.Mistaken kind : Written.Mistaken.values()) {
            lines.add(String.format(Locale.ROOT, "false pairs, %s: %d", kind, mistaken.getOrDefault(kind, 0)));
        }
        return lines;
    }

    private static String recall(String of, long found, long all) {
        return String.format(
                Locale.ROOT,
                "recall where %s: %.4f (%d of %d true pairs)",
                of,
                all == 0 ? 0 : (double) found / all,
                found,
                all);
    }

    @FunctionalInterface
    private interface Pair {
        void take(int a, int b);
    }

    private static void forEachPair(List<Integer> group, Pair pair) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                pair.take(group.get(i), group.get(j));
            }
        }
    }

    private static Collection<List<Integer>> groups(int[] of) {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < of.length; i++) {
            boolean _ = groups.computeIfAbsent(of[i], _ -> new ArrayList<>()).add(i);
        }
        return groups.values();
    }
}
