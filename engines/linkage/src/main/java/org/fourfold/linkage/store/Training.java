package org.fourfold.linkage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;

/**
 * What the records were like at the training, for {@link Drift}: {@code training.txt}.
 *
 * @param levels per comparison how many linked pairs agree at each level, 0 where one says nothing
 * @param slots per slot, in the store's order: how many records say something, how many nothing, and how many values only one says
 */
record Training(List<long[]> levels, List<long[]> slots) {

    private static final String HEAD = "fourfold-linkage-training 1";

    /** Linked pairs that are looked at, taken evenly. */
    private static final int PAIRS_MAX = 200_000;

    private static final int SLOT_NUMBERS = 3;

    Training {
        levels = List.copyOf(levels);
        slots = List.copyOf(slots);
    }

    static Training of(
            LinkageModel model, Records records, Edges edges, int[] clusters, List<Manifest.SlotLine> slots) {
        List<long[]> said = new ArrayList<>();
        for (Manifest.SlotLine slot : slots) {
            int[] counts = records.slot(slot.name()).counts();
            long once = 0;
            for (int code = 1; code < counts.length; code++) {
                once += counts[code] == 1 ? 1 : 0;
            }
            said.add(new long[] {records.size() - counts[0], counts[0], once});
        }
        return new Training(levels(model, records, edges, clusters), said);
    }

    private static List<long[]> levels(LinkageModel model, Records records, Edges edges, int[] clusters) {
        int linked = 0;
        for (int i = 0; i < edges.size(); i++) {
            linked += clusters[edges.a()[i]] == clusters[edges.b()[i]] ? 1 : 0;
        }
        int step = linked / PAIRS_MAX + 1;
        int[] a = new int[linked / step + 1];
        int[] b = new int[a.length];
        int size = 0;
        int at = 0;
        for (int i = 0; i < edges.size(); i++) {
            if (clusters[edges.a()[i]] == clusters[edges.b()[i]] && at++ % step == 0) {
                a[size] = edges.a()[i];
                b[size++] = edges.b()[i];
            }
        }
        List<long[]> levels = new ArrayList<>();
        byte[] out = new byte[size];
        for (Kernel kernel : new Kernels(model, records).make()) {
            kernel.levels(a, b, size, out);
            long[] counts = new long[kernel.levels()];
            for (byte level : out) {
                counts[level]++;
            }
            levels.add(counts);
        }
        return levels;
    }

    String text(LinkageModel model, List<Manifest.SlotLine> slotLines) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        text.append("# compare SLOT: linked pairs at each level, those first where one says nothing\n");
        for (int c = 0; c < levels.size(); c++) {
            line(text, "compare", model.comparisons().get(c).slot(), levels.get(c));
        }
        text.append("# slot SLOT: records that say something, that say nothing; values that only one says\n");
        for (int s = 0; s < slots.size(); s++) {
            line(text, "slot", slotLines.get(s).name(), slots.get(s));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, String name, long[] numbers) {
        text.append(kind).append(' ').append(name);
        for (long number : numbers) {
            text.append(' ').append(number);
        }
        text.append('\n');
    }

    static Training read(LinkageModel model, Manifest manifest, List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.startsWith("#")).toList();
        int comparisons = model.comparisons().size();
        if (said.size() != 1 + comparisons + manifest.slots().size()
                || !said.getFirst().equals(HEAD)) {
            throw new StoreProblem(Draft.TRAINING + " does not fit the model. " + Folder.MEND);
        }
        List<long[]> levels = new ArrayList<>();
        for (int c = 0; c < comparisons; c++) {
            Comparison comparison = model.comparisons().get(c);
            levels.add(numbers(
                    said.get(1 + c),
                    "compare",
                    comparison.slot(),
                    comparison.levels().size() + 1));
        }
        List<long[]> slots = new ArrayList<>();
        for (int s = 0; s < manifest.slots().size(); s++) {
            slots.add(numbers(
                    said.get(1 + comparisons + s),
                    "slot",
                    manifest.slots().get(s).name(),
                    SLOT_NUMBERS));
        }
        return new Training(levels, slots);
    }

    private static long[] numbers(String line, String kind, String name, int count) {
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() != count + 2
                || !words.nextToken().equals(kind)
                || !words.nextToken().equals(name)) {
            throw new StoreProblem(Draft.TRAINING + ": a line \"" + kind + " " + name + "\" with " + count
                    + " numbers is expected, not \"" + line + "\". " + Folder.MEND);
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Long.parseLong(words.nextToken());
        }
        return numbers;
    }
}
