package org.fourfold.linkage.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.normalise.NameWord;
import org.fourfold.linkage.normalise.PersonName;

/** What stands in a slot where somebody wrote a value of it alone, such as a surname in a census. */
public final class SlotText {

    private SlotText() {}

    /**
     * From a value as it is written to what is compared; empty where that is nothing.
     *
     * @throws IllegalArgumentException when the model has no such slot
     */
    public static UnaryOperator<String> of(LinkageModel model, String slot) {
        FieldModel field =
                model.fieldOf(slot).orElseThrow(() -> new IllegalArgumentException("the model has no slot " + slot));
        if (field.kind() != FieldKind.PERSON) {
            return Normalisers.of(field.kind(), model.dayFirst());
        }
        boolean given = slot.contains(".given");
        return raw -> {
            List<NameWord> words = given
                    ? PersonName.of(raw, "").given()
                    : PersonName.of("", raw).surnames();
            return words.isEmpty() ? "" : words.getFirst().text();
        };
    }
}
