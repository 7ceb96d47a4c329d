package org.fourfold.linkage.store;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.table.ByteStrings;

/** The records of a store as a run over tables has them, with those values alone that somebody says; their rows are the store's. */
final class StoredRecords {

    private final State state;
    private final Words words;
    private final List<Manifest.SlotLine> slots;
    private final int[] rows;

    StoredRecords(Holding holding) {
        this.state = holding.state();
        this.words = holding.words();
        this.slots = state.manifest().slots();
        this.rows = rows();
    }

    /** Who is not gone, in the order of records. */
    private int[] rows() {
        int[] found = new int[state.clusters().length];
        long[] ranks = new long[found.length];
        int size = 0;
        for (Portion portion : state.portions()) {
            for (int row = portion.first(); row < portion.end(); row++) {
                if (state.clusters()[row] != State.GONE) {
                    ranks[size] = portion.rank(row);
                    found[size++] = row;
                }
            }
        }
        int[] order = Arrays.copyOf(found, size);
        Radix.sort(Arrays.copyOf(ranks, size), order);
        return order;
    }

    /** Per record of {@link #read} the first one of its cluster. */
    int[] clusters() {
        int[] placeOf = new int[state.clusters().length];
        for (int i = 0; i < rows.length; i++) {
            placeOf[rows[i]] = i;
        }
        return Arrays.stream(rows).map(row -> placeOf[state.clusters()[row]]).toArray();
    }

    Records read() {
        Portion[] portionOf = new Portion[rows.length];
        ByteStrings ids = new ByteStrings();
        for (int i = 0; i < rows.length; i++) {
            portionOf[i] = portion(rows[i]);
            byte[] bytes = portionOf[i].idBytes(rows[i]).toArray(ValueLayout.JAVA_BYTE);
            int _ = ids.add(bytes, 0, bytes.length);
        }
        Vocabulary sourceNames = new Vocabulary();
        int[] source = codes(portionOf, slots.size(), words.of(slots.size()), sourceNames);
        List<String> sources = new ArrayList<>();
        for (int code = 0; code <= sourceNames.size(); code++) {
            sources.add(sourceNames.text(code));
        }
        Map<String, Slot> said = new HashMap<>();
        Map<Integer, Vocabulary> groups = new HashMap<>();
        int[] table = new int[Math.multiplyExact(rows.length, Math.max(1, slots.size()))];
        for (int s = 0; s < slots.size(); s++) {
            Vocabulary into = groups.computeIfAbsent(slots.get(s).group(), group -> new Vocabulary());
            int[] codes = codes(portionOf, s, words.of(s), into);
            Slot _ = said.put(slots.get(s).name(), new Slot(slots.get(s).name(), codes, into));
            for (int i = 0; i < rows.length; i++) {
                table[i * slots.size() + s] = codes[i];
            }
        }
        Codes codes =
                new Codes(table, slots.stream().map(Manifest.SlotLine::name).toList());
        int[] inOrder = new int[rows.length];
        Arrays.setAll(inOrder, i -> i);
        return new Records(rows.length, ids, source, sources, inOrder, said, codes);
    }

    private Portion portion(int row) {
        return state.portions().stream()
                .filter(each -> row < each.end())
                .findFirst()
                .orElseThrow();
    }

    private int[] codes(Portion[] portionOf, int slot, Vocabulary from, Vocabulary into) {
        int[] translation = new int[from.size() + 1];
        int[] codes = new int[rows.length];
        for (int i = 0; i < codes.length; i++) {
            int code = portionOf[i].code(rows[i], slot);
            if (code != 0 && translation[code] == 0) {
                translation[code] = into.code(from.text(code));
            }
            codes[i] = translation[code];
        }
        return codes;
    }
}
