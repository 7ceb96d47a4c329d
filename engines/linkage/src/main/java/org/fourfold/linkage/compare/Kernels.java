package org.fourfold.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;

/** Makes what compares the records, for each thread its own. */
public final class Kernels {

    private final LinkageModel model;
    private final Records records;

    public Kernels(LinkageModel model, Records records) {
        this.model = model;
        this.records = records;
    }

    /** One for each comparison of the model, in its order. */
    public List<Kernel> make() {
        return model.comparisons().stream().map(this::kernel).toList();
    }

    private final java.util.Map<org.fourfold.linkage.records.Vocabulary, long[]> formsOf = new java.util.HashMap<>();

    private synchronized long[] forms(Slot slot) {
        return formsOf.computeIfAbsent(slot.vocabulary(), v -> {
            java.util.Map<String, Integer> ids = new java.util.HashMap<>();
            long[] forms = new long[v.room() + 1];
            v.each(i -> {
                forms[i] = 0;
                for (String name : org.fourfold.linkage.Words0.forms(v.text(i))) {
                    int id = ids.computeIfAbsent(name, n -> ids.size());
                    if (id < 64) {
                        forms[i] |= 1L << id;
                    }
                }
            });
            return forms;
        });
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
            int[][] subjects = new int[levels.size() + 1][];
            for (int i = 0; i < parts.size(); i++) {
                subjects[i + 1] = levels.get(i).rare() ? parts.get(i).codes() : null;
            }
            return new PlaceKernel(parts, subjects);
        }
        Slot slot = records.slot(comparison.slot());
        int[][] subjects = new int[levels.size() + 1][];
        for (int i = 0; i < levels.size(); i++) {
            subjects[i + 1] = levels.get(i).rare() ? slot.codes() : null;
        }
        return switch (field.kind()) {
            case DATE -> new DateKernel(slot, levels, subjects);
            default -> {
                int[][] swapped = levels.stream()
                        .map(level -> level.kind() == Level.Kind.SWAPPED
                                ? records.slot(level.slot()).codes()
                                : null)
                        .toArray(int[][]::new);
                boolean byForm = levels.stream().anyMatch(level -> level.kind() == Level.Kind.FORM);
                yield new WordKernel(slot, levels, swapped, subjects, byForm ? forms(slot) : new long[0]);
            }
        };
    }
}
