package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;

/** A table: the first column names the row, the others are figures. At most {@link #ROWS_MAX} rows are shown. */
final class Table {

    /** Rows that are shown; the rest is counted. */
    static final int ROWS_MAX = 100;

    private final String caption;
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String caption, String... heads) {
        this.caption = caption;
        this.heads = List.of(heads);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Under a chart: folded on a screen, open on paper. */
    void writeFolded(Markup page, Texts texts) {
        page.open("details").element("summary", texts.text("table"));
        write(page, texts);
        page.close().line();
    }

    void write(Markup page, Texts texts) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table").open("thead").open("tr");
        for (int column = 0; column < heads.size(); column++) {
            page.element("th", heads.get(column), attributes(column, "col"));
        }
        page.close().close().open("tbody").line();
        for (List<String> row : rows.subList(0, Math.min(ROWS_MAX, rows.size()))) {
            page.open("tr").open("th", "scope", "row").name(row.getFirst()).close();
            for (String cell : row.subList(1, row.size())) {
                page.element("td", cell, "class", "num");
            }
            page.close().line();
        }
        page.close().close().close();
        if (rows.size() > ROWS_MAX) {
            page.element("p", texts.text("table.more", "rows", rows.size() - ROWS_MAX), "class", "aside");
        }
    }

    private static String[] attributes(int column, String scope) {
        return column == 0 ? new String[] {"scope", scope} : new String[] {"scope", scope, "class", "num"};
    }
}
