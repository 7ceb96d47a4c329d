package org.fourfold.node.prosecution;

import java.nio.file.Path;
import java.util.List;
import org.fourfold.node.tables.Workbooks;

/** Workbooks as hotels send them, with invented guests. */
final class Sheets {

    private Sheets() {}

    /**
     * A register with its headings in row 7, under a letterhead.
     *
     * @param numbers the second column as the file holds it: figures make a number, all else a text
     */
    static Path register(Path file, List<String> names, List<String> numbers) {
        StringBuilder rows = new StringBuilder();
        rows.append(row(1, "Hotel Inventado El Estero", ""));
        rows.append(row(3, "Registro de huéspedes", ""));
        rows.append(row(7, "Nombre completo", "Teléfono"));
        for (int i = 0; i < names.size(); i++) {
            rows.append(row(8 + i, names.get(i), numbers.get(i)));
        }
        return Workbooks.of(rows.toString()).write(file);
    }

    private static String row(int number, String first, String second) {
        return "<row r=\"%d\">%s%s</row>".formatted(number, cell("A" + number, first), cell("B" + number, second));
    }

    private static String cell(String place, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return value.matches("[0-9.E+]+")
                ? "<c r=\"%s\"><v>%s</v></c>".formatted(place, value)
                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, value);
    }
}
