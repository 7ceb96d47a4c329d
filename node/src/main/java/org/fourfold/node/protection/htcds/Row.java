package org.fourfold.node.protection.htcds;

import java.util.Map;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Imported;

/**
 * A row that may become a case file.
 *
 * @param number its line in the file
 * @param answers what has a field of ours
 * @param imported every cell as it came, those with a field of ours too, so that it goes out unchanged
 * @param canonical the same for the same content, whatever the order of the columns
 */
public record Row(long number, CaseState state, Answers answers, Imported imported, String canonical) {

    static Row of(long number, Answers answers, Map<String, String> cells) {
        StringBuilder canonical = new StringBuilder();
        new java.util.TreeMap<>(cells)
                .forEach((name, cell) ->
                        canonical.append(name).append('\u001F').append(cell).append('\u001E'));
        new java.util.TreeMap<>(answers.byField())
                .forEach((field, answer) -> canonical
                        .append(field.name())
                        .append('\u001F')
                        .append(answer.code())
                        .append(answer.asGiven().orElse(""))
                        .append('\u001E'));
        return new Row(number, Mapping.state(cells), answers, new Imported(cells), canonical.toString());
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
