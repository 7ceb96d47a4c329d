package org.fourfold.linkage.explain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;

/** What records say, as it may be shown. */
final class Values {

    /** Letters of a value that are shown. */
    static final int LETTERS_MAX = 100;

    private static final int DAY_DIGITS = 8;

    private final LinkageModel model;
    private final Records records;
    private final Masking masking;

    Values(LinkageModel model, Records records, Masking masking) {
        this.model = model;
        this.records = records;
        this.masking = masking;
    }

    RecordName name(int record) {
        return RecordName.of(records, record);
    }

    /** What one of two records says where they are compared; a swap shows the two values that are the same. */
    String shown(String slot, Level holds, int record, int other) {
        FieldModel field = field(slot);
        if (field.kind() == FieldKind.PLACE && field.name().equals(slot)) {
            List<String> parts = holds.kind() == Level.Kind.PART ? List.of(slot + "." + holds.slot()) : field.slots();
            return parts.stream()
                    .map(part -> masked(field, part, record))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (holds.kind() == Level.Kind.SWAPPED) {
            Slot here = records.slot(slot);
            Slot there = records.slot(holds.slot());
            boolean lower = record < other;
            int a = lower ? record : other;
            int b = lower ? other : record;
            // As the scorer looks: first whether the lower record's value stands elsewhere in the higher one.
            boolean higherIsSwapped = there.codes()[b] == here.codes()[a];
            return masked(field, higherIsSwapped == lower ? slot : holds.slot(), record);
        }
        return masked(field, slot, record);
    }

    private FieldModel field(String slot) {
        return model.fieldOf(slot)
                .or(() -> model.fields().stream()
                        .filter(each -> each.name().equals(slot))
                        .findFirst())
                .orElseThrow();
    }

    private String masked(FieldModel field, String slot, int record) {
        Slot said = records.slot(slot);
        int code = said.codes()[record];
        if (!said.isMany()) {
            return masked(field, slot, record, said.vocabulary().text(code));
        }
        String all = IntStream.range(0, said.sets().count(code))
                .mapToObj(i -> said.sets().value(said.sets().start(code) + i))
                .map(value -> masked(field, slot, record, said.vocabulary().text(value)))
                .collect(Collectors.joining("; "));
        return plain(all);
    }

    /** One value of those that a record says. */
    String value(String slot, int record, int value) {
        return masked(field(slot), slot, record, records.slot(slot).vocabulary().text(value));
    }

    private String masked(FieldModel field, String slot, int record, String said) {
        String text = plain(said);
        String value = field.kind() == FieldKind.DATE ? date(text) : text;
        if (value.isEmpty()) {
            return "";
        }
        String shown = masking.shown(name(record), field.kind(), slot, value);
        return shown.isEmpty() ? Masking.HIDDEN : shown;
    }

    /** A whole day as people read it; what is less stays as it is. */
    private static String date(String digits) {
        return digits.length() == DAY_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
                : digits;
    }

    /** Cut, and without signs that steer a terminal. */
    private static String plain(String value) {
        String cut = value.codePointCount(0, Math.min(value.length(), 2 * LETTERS_MAX)) > LETTERS_MAX
                ? value.substring(0, value.offsetByCodePoints(0, LETTERS_MAX)) + "…"
                : value;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
