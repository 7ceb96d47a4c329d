package org.fourfold.command.link;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fourfold.linkage.evaluate.CalibrationReport;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.train.Labels;

/** Parts of the labels for which it is asked whether probabilities are as honest as for all: no value of a record names one. */
final class LabelSlices {

    /** What is longer is no sex but a value in the wrong column. */
    private static final int SEX_LETTERS = 12;

    private static final double COMMON = 1e-3;
    private static final double RARE = 1e-4;

    private final LinkageModel model;
    private final Linked linked;
    private final Map<String, Map<String, BitSet>> slices = new TreeMap<>();

    private LabelSlices(LinkageModel model, Linked linked) {
        this.model = model;
        this.linked = linked;
    }

    /** By how rare the name is, by sex, script and source; in an order of their names. */
    static List<CalibrationReport.Slice> of(LinkageModel model, Linked linked, List<Labels.Label> labels) {
        LabelSlices made = new LabelSlices(model, linked);
        made.rarity(labels);
        made.sex(labels);
        for (int i = 0; i < labels.size(); i++) {
            for (int record : List.of(labels.get(i).a(), labels.get(i).b())) {
                made.add("source", linked.source(record), i);
                int label = i;
                made.script(record).ifPresent(script -> made.add("script", script, label));
            }
        }
        return made.slices.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(part -> new CalibrationReport.Slice(kind.getKey(), part.getKey(), part.getValue())))
                .limit(CalibrationReport.SLICES_MAX)
                .toList();
    }

    private void add(String kind, String name, int label) {
        slices.computeIfAbsent(kind, each -> new TreeMap<>())
                .computeIfAbsent(name, each -> new BitSet())
                .set(label);
    }

    private Stream<Slot> slots(FieldKind kind, String ending) {
        return model.fields().stream()
                .filter(field -> field.kind() == kind)
                .flatMap(field -> field.slots().stream())
                .filter(slot -> slot.endsWith(ending))
                .map(slot -> linked.records().slot(slot));
    }

    /** By the commoner of both first surnames, as a share of the records that say one. */
    private void rarity(List<Labels.Label> labels) {
        slots(FieldKind.PERSON, ".surname1").findFirst().ifPresent(slot -> {
            int[] counts = slot.counts();
            double said = Math.max(1, linked.records().size() - counts[0]);
            for (int i = 0; i < labels.size(); i++) {
                int a = slot.codes()[labels.get(i).a()];
                int b = slot.codes()[labels.get(i).b()];
                if (a != 0 && b != 0) {
                    double share = Math.max(counts[a], counts[b]) / said;
                    add("name", share >= COMMON ? "common" : share >= RARE ? "middle" : "rare", i);
                }
            }
        });
    }

    private void sex(List<Labels.Label> labels) {
        slots(FieldKind.CATEGORY, "sex").findFirst().ifPresent(slot -> {
            for (int i = 0; i < labels.size(); i++) {
                int a = slot.codes()[labels.get(i).a()];
                int b = slot.codes()[labels.get(i).b()];
                String said = slot.vocabulary().text(Math.max(a, b)).toUpperCase(Locale.ROOT);
                if (Math.max(a, b) != 0 && (a == b || Math.min(a, b) == 0) && said.length() <= SEX_LETTERS) {
                    add("sex", said, i);
                }
            }
        });
    }

    /** In which letters the name is written, after what the records were normalised to. */
    private Optional<String> script(int record) {
        return slots(FieldKind.PERSON, "1")
                .map(slot -> slot.text(record))
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .map(script -> script.name().charAt(0)
                        + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .findFirst();
    }
}
