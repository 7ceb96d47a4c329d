package org.fourfold.cluster;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.ByteStrings;

/**
 * All distinct values of all records with their numbers and how often each is said: what every machine knows. Memory: some 100
 * bytes a distinct value once its sounds and weights are worked out; a vocabulary holds 2 GiB of distinct bytes at most.
 */
final class Words implements Serializable {

    private static final long serialVersionUID = 1;

    private final Layout layout;

    /** Slot by slot how many records say each value. */
    private final int[][] counts;

    private final LinkedHashMap<String, Integer> sources = new LinkedHashMap<>();
    private transient List<Vocabulary> vocabularies = new ArrayList<>();

    Words(Layout layout) {
        this.layout = layout;
        for (int i = 0; i < layout.vocabularies(); i++) {
            vocabularies.add(new Vocabulary());
        }
        counts = new int[layout.step()][1];
        sources.put("", 0);
    }

    /** Adds what a portion says. */
    void add(Portion.Said said) {
        List<int[]> numbers = numbers(said);
        for (int slot = 0; slot < counts.length; slot++) {
            int[] to = numbers.get(layout.vocabularyOf()[slot]);
            int[] more = said.counts().get(slot);
            int room = vocabulary(slot).size() + 1;
            int[] all = counts[slot];
            if (all.length < room) {
                all = Arrays.copyOf(all, Math.max(room, all.length + (all.length >> 1)));
                counts[slot] = all;
            }
            for (int code = 0; code < more.length; code++) {
                all[to[code]] += more[code];
            }
        }
        said.sources().forEach(source -> sources.putIfAbsent(source, sources.size()));
    }

    /** Nothing more comes. */
    void end() {
        for (int slot = 0; slot < counts.length; slot++) {
            counts[slot] = Arrays.copyOf(counts[slot], vocabulary(slot).size() + 1);
        }
    }

    /** Vocabulary by vocabulary which number here each of a portion's values has. */
    List<int[]> numbers(Portion.Said said) {
        List<int[]> numbers = new ArrayList<>();
        for (int v = 0; v < vocabularies.size(); v++) {
            Texts values = said.values().get(v);
            ByteDictionary known = vocabularies.get(v).values();
            int[] to = new int[values.size() + 1];
            for (int i = 0; i < values.size(); i++) {
                to[i + 1] = values.code(i, known);
            }
            numbers.add(to);
        }
        return numbers;
    }

    /** Which number here each of a portion's sources has. */
    int[] sourceNumbers(Portion.Said said) {
        return said.sources().stream()
                .mapToInt(source -> sources.getOrDefault(source, 0))
                .toArray();
    }

    List<String> sources() {
        return List.copyOf(sources.keySet());
    }

    Layout layout() {
        return layout;
    }

    /** Per number of a slot's value how many records say it. */
    int[] counts(String slot) {
        return counts[layout.slots().indexOf(slot)];
    }

    /** Slots of which a record says something. */
    Set<String> said() {
        Set<String> said = new HashSet<>();
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot].length > 1) {
                int[] of = counts[slot];
                if (Arrays.stream(of, 1, of.length).anyMatch(count -> count > 0)) {
                    said.add(layout.slots().get(slot));
                }
            }
        }
        return said;
    }

    private Vocabulary vocabulary(int slot) {
        return vocabularies.get(layout.vocabularyOf()[slot]);
    }

    /** Some records as the engine takes them, without ids; {@code codes} is kept and may be filled anew. */
    Records records(int[] source, int[] codes) {
        int size = source.length;
        int step = layout.step();
        Map<String, Slot> slots = new HashMap<>();
        for (int s = 0; s < step; s++) {
            int[] column = new int[size];
            for (int record = 0; record < size; record++) {
                column[record] = codes[record * step + s];
            }
            slots.put(layout.slots().get(s), new Slot(layout.slots().get(s), column, vocabulary(s)));
        }
        return new Records(
                size, new ByteStrings(), source, sources(), new int[0], slots, new Codes(codes, layout.slots()));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        for (Vocabulary vocabulary : vocabularies) {
            out.writeObject(Texts.of(vocabulary.values()));
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        vocabularies = new ArrayList<>();
        for (int v = 0; v < layout.vocabularies(); v++) {
            Texts values = (Texts) in.readObject();
            Vocabulary vocabulary = new Vocabulary();
            for (int i = 0; i < values.size(); i++) {
                var _ = values.code(i, vocabulary.values());
            }
            vocabularies.add(vocabulary);
        }
    }
}
