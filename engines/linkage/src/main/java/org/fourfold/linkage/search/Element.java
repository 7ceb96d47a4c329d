package org.fourfold.linkage.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;

/**
 * What a rule may ask for: one part, or two whose order does not count.
 *
 * @param strong whether it is the best that is taken of its slot, as against a piece of it
 */
record Element(List<Part> group, boolean strong) {

    private static final Derivation FORM = new Derivation(Derivation.Kind.FORM, 0);
    private static final Derivation WHOLE = new Derivation(Derivation.Kind.WHOLE, 0);
    private static final Derivation MONTH = new Derivation(Derivation.Kind.FIRST, 6);
    private static final Derivation YEAR = new Derivation(Derivation.Kind.YEAR, 0);
    private static final Derivation DAY = new Derivation(Derivation.Kind.DAY, 0);
    private static final Derivation BEGINNING = new Derivation(Derivation.Kind.FIRST, 3);
    private static final Derivation ENDING = new Derivation(Derivation.Kind.LAST, 4);

    /** A number with one wrong digit is found by its other end. */
    private static final Derivation FIRST_DIGITS = new Derivation(Derivation.Kind.FIRST, 6);

    private static final Derivation LAST_DIGITS = new Derivation(Derivation.Kind.LAST, 6);
    private static final Derivation RAREST_WORDS = new Derivation(Derivation.Kind.WORDS, 2);
    private static final Derivation ALIKE = new Derivation(Derivation.Kind.LIKE, 4);

    Element {
        group = List.copyOf(group);
    }

    Set<String> slots() {
        return group.stream().map(Part::slot).collect(Collectors.toSet());
    }

    boolean isMany() {
        return group.stream().anyMatch(part -> part.derivation().isMany());
    }

    Rule rule() {
        return new Rule(List.of(group), Rule.MOST_USUAL);
    }

    /** All that the fields of a model allow, in the model's order; not of slots in which everybody says the same or nothing. */
    static List<Element> of(LinkageModel model, Records records) {
        List<Element> elements = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            for (String slot : field.slots()) {
                if (tells(records.slot(slot))) {
                    elements.addAll(ofSlot(field.kind(), slot));
                }
            }
            if (field.kind() == FieldKind.PERSON) {
                unordered(elements, records, field.name() + ".given", FORM);
                unordered(elements, records, field.name() + ".surname", Derivation.SOUND);
            }
        }
        return List.copyOf(elements);
    }

    private static boolean tells(Slot slot) {
        int first = 0;
        for (int code : slot.codes()) {
            if (code != 0 && first != 0 && code != first) {
                return true;
            }
            first = code == 0 ? first : code;
        }
        return false;
    }

    private static void unordered(List<Element> elements, Records records, String name, Derivation taken) {
        if (tells(records.slot(name + "1")) && tells(records.slot(name + "2"))) {
            elements.add(new Element(List.of(new Part(name + "1", taken), new Part(name + "2", taken)), false));
        }
    }

    /** What may be taken of one slot, the strongest first. */
    private static List<Element> ofSlot(FieldKind kind, String slot) {
        List<Derivation> taken = switch (kind) {
            case PERSON ->
                slot.contains(".given") ? List.of(FORM, BEGINNING) : List.of(Derivation.SOUND, BEGINNING, ENDING);
            case WORD -> List.of(Derivation.VALUE, Derivation.SOUND, BEGINNING, ENDING);
            case DATE -> List.of(WHOLE, MONTH, YEAR, DAY);
            case PHONE, NUMBER, ACCOUNT, PLATE -> List.of(Derivation.VALUE, FIRST_DIGITS, LAST_DIGITS);
            case ORGANISATION, ADDRESS, TEXT -> List.of(Derivation.VALUE, RAREST_WORDS, ALIKE);
            case PLACE, CATEGORY, QUANTITY -> List.of(Derivation.VALUE);
        };
        return taken.stream()
                .map(each -> new Element(List.of(new Part(slot, each)), each.equals(taken.getFirst())))
                .toList();
    }
}
