package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.fourfold.node.tables.CellReference;
import org.fourfold.node.tables.SheetRow;

/**
 * The columns of a table by name. A column without a heading goes by its letters in brackets, {@code [C]}; where a heading
 * stands twice the later ones carry their letters, {@code Nombre [D]}. So each name is one column's.
 */
public final class Headings {

    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> exact = new HashMap<>();

    private Headings(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            columns.put(plain(names.get(i)), i);
            exact.put(names.get(i), i);
        }
    }

    /** Of the row with the headings, for a table of this many columns. */
    public static Headings of(SheetRow row, int width) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.max(width, row.width()); i++) {
            String text = Words.collapsed(row.cell(i).text());
            String letters = "[" + CellReference.column(i) + "]";
            String name = text.isEmpty() ? letters : text;
            if (!seen.add(plain(name))) {
                name = text + " " + letters;
                seen.add(plain(name));
            }
            names.add(name);
        }
        return new Headings(names);
    }

    /** Of a table without headings. */
    public static Headings letters(int width) {
        return of(new SheetRow(0, List.of()), width);
    }

    public List<String> names() {
        return names;
    }

    public int width() {
        return names.size();
    }

    public String name(int column) {
        return column < names.size() ? names.get(column) : "[" + CellReference.column(column) + "]";
    }

    /** Compared without case and doubled blanks, for a table is often made anew with a slip. */
    public OptionalInt column(String name) {
        // Written as the table has it, which is asked for every row, it need not be compared.
        Integer same = exact.get(name);
        Integer column = same == null ? columns.get(plain(name)) : same;
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private static String plain(String name) {
        return Words.collapsed(name).toLowerCase(java.util.Locale.ROOT);
    }
}
