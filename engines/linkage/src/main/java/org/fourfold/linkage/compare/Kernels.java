package org.fourfold.linkage.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Forms;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;

/** Makes what compares the records, for each thread its own. */
public final class Kernels {

    private final LinkageModel model;
    private final Records records;
    private final Codes codes;
    private final Map<Vocabulary, int[]> formsOf = new HashMap<>();
    private final Map<Vocabulary, long[]> lettersOf = new HashMap<>();

    public Kernels(LinkageModel model, Records records) {
        this.model = model;
        this.records = records;
        this.codes = records.codes();
    }

    /** One for each comparison of the model, in its order. */
    public List<Kernel> make() {
        return model.comparisons().stream().map(this::kernel).toList();
    }

    /** Per word the group of its forms, worked out once for all threads. */
    private synchronized int[] forms(Slot slot) {
        return formsOf.computeIfAbsent(slot.vocabulary(), words -> {
            Vocabulary.Derived sounds = words.derived(Derivation.SOUND);
            int[] groups = new int[words.room() + 1];
            words.each(
                    word -> groups[word] = Forms.shipped().group(sounds.values().text(sounds.code()[word])));
            return groups;
        });
    }

    /** Per word its letters, worked out once for all threads and comparisons. */
    private synchronized long[] letters(Slot slot) {
        return lettersOf.computeIfAbsent(slot.vocabulary(), Sieve::letters);
    }

    private Kernel kernel(Comparison comparison) {
        List<Level> levels = comparison.levels();
        FieldModel field = model.fields().stream()
                .filter(each ->
                        each.name().equals(comparison.slot()) || each.slots().contains(comparison.slot()))
                .findFirst()
                .orElseThrow();
        if (field.kind() == FieldKind.PLACE && field.name().equals(comparison.slot())) {
            List<Slot> parts = new ArrayList<>();
            for (Level level : levels.subList(0, levels.size() - 1)) {
                parts.add(records.slot(field.name() + "." + level.slot()));
            }
            int[] subjects = new int[levels.size() + 1];
            for (int i = 0; i < parts.size(); i++) {
                subjects[i + 1] = codes.place(parts.get(i).name());
            }
            return new PlaceKernel(codes, subjects);
        }
        Slot slot = records.slot(comparison.slot());
        int[] subjects = new int[levels.size() + 1];
        Arrays.fill(subjects, codes.place(slot.name()));
        Kernel kernel = kernel(field, slot, levels, subjects);
        return slot.isMany() ? new ManyKernel(codes, slot, (ValueLevels) kernel, subjects) : kernel;
    }

    private Kernel kernel(FieldModel field, Slot slot, List<Level> levels, int[] subjects) {
        boolean text = slot.name().equals(field.name()) || slot.name().endsWith(".words");
        return switch (field.kind()) {
            case ADDRESS -> text ? new TextKernel(codes, slot, levels, subjects) : wordKernel(slot, levels, subjects);
            case TEXT, ORGANISATION -> new TextKernel(codes, slot, levels, subjects);
            case QUANTITY -> new QuantityKernel(codes, slot, levels, subjects);
            case DATE -> new DateKernel(codes, slot, levels, subjects);
            default -> wordKernel(slot, levels, subjects);
        };
    }

    private Kernel wordKernel(Slot slot, List<Level> levels, int[] subjects) {
        int[] swapped = levels.stream()
                .mapToInt(level -> level.kind() == Level.Kind.SWAPPED ? codes.place(level.slot()) : -1)
                .toArray();
        boolean byForm = levels.stream().anyMatch(level -> level.kind() == Level.Kind.FORM);
        return new WordKernel(codes, slot, levels, swapped, subjects, byForm ? forms(slot) : new int[0], letters(slot));
    }
}
