package org.fourfold.linkage.report;

import java.util.List;

/** A picture with its heading, its key and its table. */
final class Figure {

    private Figure() {}

    /**
     * Writes a picture.
     *
     * @param caption its heading
     * @param said what it shows, for who cannot see it
     * @param aside small words under the heading; none if empty
     * @param key what the first and the second colour mean; none if empty
     */
    static void write(
            Markup page,
            Texts texts,
            String caption,
            String said,
            String aside,
            List<String> key,
            Chart chart,
            Table table) {
        page.open("figure").element("figcaption", caption);
        if (!aside.isEmpty()) {
            page.element("p", aside);
        }
        if (!key.isEmpty()) {
            page.open("p", "class", "key").element("span", key.getFirst());
            key.stream().skip(1).forEach(second -> page.element("span", second, "class", "second"));
            page.close();
        }
        String style = chart instanceof RowBarChart ? "rows" : "plot";
        String box = "0 0 " + Chart.WIDTH + " " + chart.height();
        page.line()
                .open("svg", "viewBox", box, "role", "img", "aria-label", said, "class", style)
                .line();
        chart.draw(page);
        page.close().line();
        table.writeFolded(page, texts);
        page.close().line();
    }
}
