package org.fourfold.node.prosecution.tables;

import static org.fourfold.node.prosecution.tables.ColumnRole.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.prosecution.tables.ColumnGuess.Strength;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.SheetRow;

/** Guesses what each column is about, by its heading and by what its values look like. */
public final class ColumnGuesses {

    /** What the values of a role look like where they look like anything. */
    private static final Map<ColumnRole, Set<ValueShape>> LOOKS = looks();

    /** What values alone say. Figures alone say nothing: they may be a phone, an account or a sum. */
    private static final Map<ValueShape, ColumnRole> ALONE =
            Map.of(ValueShape.EMAIL, EMAIL, ValueShape.CURP, ID_NUMBER, ValueShape.IBAN, IBAN, ValueShape.PLATE, PLATE);

    private ColumnGuesses() {}

    private static Map<ColumnRole, Set<ValueShape>> looks() {
        Set<ValueShape> phone = Set.of(ValueShape.PHONE, ValueShape.CUI, ValueShape.NUMBER);
        Set<ValueShape> figures = Set.of(ValueShape.NUMBER, ValueShape.PHONE, ValueShape.CUI, ValueShape.DATE);
        Set<ValueShape> date = Set.of(ValueShape.DATE);
        Map<ColumnRole, Set<ValueShape>> looks = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : List.of(FULL_NAME, FIRST_NAME, LAST_NAME, SECOND_SURNAME)) {
            looks.put(role, Set.of(ValueShape.WORDS));
        }
        for (ColumnRole role : List.of(PHONE, CALLER, RECEIVER)) {
            looks.put(role, phone);
        }
        for (ColumnRole role : List.of(DATE_FROM, DATE_TO, DATE, BIRTH_DATE)) {
            looks.put(role, date);
        }
        looks.put(TIME, Set.of(ValueShape.CLOCK));
        looks.put(DURATION, Set.of(ValueShape.CLOCK, ValueShape.NUMBER));
        looks.put(EMAIL, Set.of(ValueShape.EMAIL));
        looks.put(GENDER, Set.of(ValueShape.LETTER, ValueShape.WORDS));
        looks.put(COUNTRY, Set.of(ValueShape.WORDS));
        looks.put(NATIONALITY, Set.of(ValueShape.WORDS));
        looks.put(ID_NUMBER, Set.of(ValueShape.CURP, ValueShape.CUI, ValueShape.NUMBER, ValueShape.PHONE));
        looks.put(TAX_NUMBER, Set.of(ValueShape.NUMBER, ValueShape.PHONE, ValueShape.CUI));
        looks.put(ACCOUNT, Set.of(ValueShape.NUMBER, ValueShape.PHONE, ValueShape.CUI, ValueShape.IBAN));
        looks.put(IBAN, Set.of(ValueShape.IBAN));
        looks.put(PLATE, Set.of(ValueShape.PLATE));
        looks.put(AMOUNT, figures);
        return looks;
    }

    /** Of the columns of a table by some of its rows below the headings. */
    public static List<ColumnGuess> of(Headings headings, List<SheetRow> rows) {
        List<ColumnGuess> guesses = new ArrayList<>();
        for (int column = 0; column < headings.width(); column++) {
            int at = column;
            List<Cell> cells = rows.stream().map(row -> row.cell(at)).toList();
            guesses.add(of(column, headings.name(column), cells));
        }
        return guesses;
    }

    private static ColumnGuess of(int column, String name, List<Cell> cells) {
        Optional<ColumnRole.Match> heading = ColumnRole.of(name);
        Optional<ValueShape.Share> share = ValueShape.of(cells);
        List<Reason> reasons = new ArrayList<>();
        heading.ifPresent(
                match -> reasons.add(new Reason("prosecution.table.guess.heading", Map.of("words", match.words()))));
        share.ifPresent(found -> reasons.add(new Reason(
                "prosecution.table.guess.values." + found.shape().name().toLowerCase(java.util.Locale.ROOT),
                Map.of("fitting", Long.toString(found.fitting()), "values", Long.toString(found.values())))));
        if (heading.isPresent()) {
            ColumnRole role = heading.get().role();
            Set<ValueShape> looks = LOOKS.getOrDefault(role, Set.of());
            Strength strength = looks.isEmpty() || share.isEmpty()
                    ? Strength.ONE
                    : looks.contains(share.get().shape()) ? Strength.BOTH : Strength.AGAINST;
            if (strength == Strength.AGAINST) {
                reasons.add(new Reason("prosecution.table.guess.against", Map.of()));
            }
            return new ColumnGuess(column, name, Optional.of(role), strength, reasons);
        }
        Optional<ColumnRole> alone = share.map(found -> ALONE.get(found.shape()));
        return new ColumnGuess(column, name, alone, alone.isPresent() ? Strength.ONE : Strength.NONE, reasons);
    }
}
