package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;

/**
 * What the numbers in the records stand for. Values are added behind those that are there, never renumbered; the last
 * vocabulary holds the names of sources.
 */
final class Words {

    private final List<Manifest.SlotLine> slots;
    private final List<Vocabulary> groups = new ArrayList<>();
    private int[] counted = {};

    Words(List<Manifest.SlotLine> slots) {
        this.slots = List.copyOf(slots);
        int count = slots.stream().mapToInt(Manifest.SlotLine::group).max().orElse(-1) + 1;
        for (int i = 0; i <= count; i++) {
            groups.add(new Vocabulary());
        }
    }

    /** The slots of records in the order of their names, those that share a vocabulary in one group. */
    static List<Manifest.SlotLine> slotsOf(Records records) {
        IdentityHashMap<Vocabulary, Integer> groups = new IdentityHashMap<>();
        return records.slots().keySet().stream()
                .sorted()
                .map(name -> {
                    int next = groups.size();
                    return new Manifest.SlotLine(
                            name, groups.computeIfAbsent(records.slot(name).vocabulary(), v -> next));
                })
                .toList();
    }

    /** Takes the values of records as they are numbered there, so that what was counted by them still holds. */
    void take(Records records) {
        for (int s = 0; s < slots.size(); s++) {
            Vocabulary from = records.slot(slots.get(s).name()).vocabulary();
            Vocabulary here = of(s);
            for (int code = here.size() + 1; code <= from.size(); code++) {
                if (here.code(from.text(code)) != code) {
                    throw new IllegalStateException("a value stands twice in a vocabulary");
                }
            }
        }
    }

    Vocabulary of(int slot) {
        return slot == slots.size()
                ? groups.getLast()
                : groups.get(slots.get(slot).group());
    }

    /**
     * What words of texts are worth, and which are rare, goes by the values that there were at the training.
     *
     * @param counts per slot as many numbers as there were values, and one more
     */
    void countWords(List<int[]> counts) {
        counted = counts.stream().mapToInt(each -> each.length - 1).toArray();
        for (int s = 0; s < counted.length; s++) {
            of(s).countWordsOf(counted[s]);
        }
    }

    /** The vocabularies' sizes. */
    int[] sizes() {
        return groups.stream().mapToInt(Vocabulary::size).toArray();
    }

    void makeRoom(int more) {
        groups.subList(0, groups.size() - 1).forEach(each -> each.makeRoom(more));
    }

    /** How many more values fit into the fullest one. */
    int roomLeft() {
        return groups.subList(0, groups.size() - 1).stream()
                .mapToInt(each -> each.room() - each.size())
                .min()
                .orElse(0);
    }

    /** Takes back what came after. */
    void forget(int[] sizes) {
        for (int i = 0; i < sizes.length; i++) {
            groups.get(i).forget(sizes[i]);
        }
    }

    /** Per slot and record the number of its value, the source last; new values are added. */
    int[][] codes(Records records) {
        int[][] codes = new int[slots.size() + 1][records.size()];
        IdentityHashMap<Vocabulary, int[]> translations = new IdentityHashMap<>();
        for (int s = 0; s < slots.size(); s++) {
            Slot slot = records.slot(slots.get(s).name());
            Vocabulary here = of(s);
            int[] translation = translations.computeIfAbsent(slot.vocabulary(), v -> new int[v.size() + 1]);
            for (int i = 0; i < records.size(); i++) {
                int code = slot.codes()[i];
                if (translation[code] == 0 && code != 0) {
                    translation[code] = here.code(slot.vocabulary().text(code));
                }
                codes[s][i] = translation[code];
            }
        }
        for (int i = 0; i < records.size(); i++) {
            codes[slots.size()][i] = groups.getLast().code(records.sources().get(records.source()[i]));
        }
        return codes;
    }

    /** Writes the values behind the first ones of each vocabulary. */
    void write(StoreWriter writer, int[] behind) throws IOException {
        for (int group = 0; group < groups.size(); group++) {
            Vocabulary vocabulary = groups.get(group);
            writer.putInt(vocabulary.size() - behind[group]);
            for (int code = behind[group] + 1; code <= vocabulary.size(); code++) {
                byte[] text = vocabulary.text(code).getBytes(StandardCharsets.UTF_8);
                writer.putInt(text.length);
                writer.putBytes(text);
            }
        }
    }

    /** Adds what was written. */
    void read(MemorySegment memory, String file) {
        long at = 0;
        for (Vocabulary vocabulary : groups) {
            int count = memory.get(Layouts.INT, at);
            at += Integer.BYTES;
            for (int i = 0; i < count; i++) {
                int length = memory.get(Layouts.INT, at);
                byte[] text =
                        memory.asSlice(at + Integer.BYTES, length).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
                at += Integer.BYTES + length;
                int before = vocabulary.size();
                if (vocabulary.code(new String(text, StandardCharsets.UTF_8)) != before + 1) {
                    throw new StoreProblem("The file " + file + " of the store names a value twice. " + Folder.MEND);
                }
            }
        }
    }

    /** The same values with room for more; what was worked out for them is left behind. */
    Words copy() {
        Words copy = new Words(slots);
        for (int group = 0; group < groups.size(); group++) {
            Vocabulary from = groups.get(group);
            for (int code = 1; code <= from.size(); code++) {
                int _ = copy.groups.get(group).code(from.text(code));
            }
        }
        copy.counted = counted;
        for (int s = 0; s < counted.length; s++) {
            copy.of(s).countWordsOf(counted[s]);
        }
        return copy;
    }
}
