package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.prosecution.tables.ColumnRole;
import org.fourfold.node.prosecution.tables.DateOrder;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.TablePreview;

/**
 * What a person said about a table.
 *
 * @param roles of the columns, in their order; of those that are not shown nothing is said
 * @param kept the id of a mapping to be used instead of the columns' roles
 */
record MappingForm(
        int sheet,
        Optional<Integer> headerRow,
        List<Optional<ColumnRole>> roles,
        String dateOrder,
        String country,
        String decimal,
        boolean formulas,
        String name,
        String kept) {

    /** Columns that the page offers; a mapping written as a file takes any. */
    static final int COLUMNS_MAX = 60;

    static MappingForm of(HttpServletRequest request) {
        List<Optional<ColumnRole>> roles = new ArrayList<>();
        for (int i = 0; i < COLUMNS_MAX; i++) {
            roles.add(role(text(request, field(i))));
        }
        return new MappingForm(
                number(text(request, "sheet")).orElse(0),
                number(text(request, "header")),
                roles,
                text(request, "date-order"),
                text(request, "phone-country"),
                text(request, "decimal"),
                text(request, "formulas").equals("cached"),
                text(request, "mapping-name").strip(),
                text(request, "kept"));
    }

    /** As the page first shows it: what is guessed. */
    static MappingForm guessed(int sheet, TablePreview preview, Optional<String> country) {
        List<Optional<ColumnRole>> roles = preview.guesses().stream()
                .limit(COLUMNS_MAX)
                .map(guess -> guess.role())
                .toList();
        return new MappingForm(
                sheet, Optional.of(preview.headerRow()), roles, "", country.orElse(""), "", false, "", "");
    }

    /** The same with a kept mapping chosen. */
    MappingForm withKept(String id) {
        return new MappingForm(sheet, headerRow, roles, dateOrder, country, decimal, formulas, name, id);
    }

    static String field(int column) {
        return "column-" + column;
    }

    /** As forms name it: {@code full-name}. */
    static String code(ColumnRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<ColumnRole> role(String code) {
        for (ColumnRole role : ColumnRole.values()) {
            if (code(role).equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    String chosen(int column) {
        return column < roles.size() ? roles.get(column).map(MappingForm::code).orElse("") : "";
    }

    Mapping mapping(TablePreview preview) {
        Optional<Character> sign =
                decimal.equals(".") || decimal.equals(",") ? Optional.of(decimal.charAt(0)) : Optional.empty();
        return preview.drawn(roles)
                .reading(
                        DateOrder.parse(dateOrder),
                        Optional.of(country).filter(code -> !code.isEmpty()),
                        sign,
                        formulas)
                .named(name);
    }

    private static String text(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }
}
