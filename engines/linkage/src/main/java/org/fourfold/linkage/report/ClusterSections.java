package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;

/** How large the clusters are, and which were not let grow together. */
final class ClusterSections {

    /** Where a group of sizes begins; the last has no end. */
    private static final long[] GROUPS = {1, 2, 3, 4, 5, 10, 20, 50};

    /** Air at each side of a bar, as a part of its place. */
    private static final double AIR = .12;

    private final QualityReport report;
    private final Texts texts;
    private final Markup page;

    ClusterSections(QualityReport report, Texts texts, Markup page) {
        this.report = report;
        this.texts = texts;
        this.page = page;
    }

    void write() {
        page.element("h2", texts.text("clusters.title")).line();
        if (report.clusters() == 0) {
            page.element("p", texts.text("clusters.none")).line();
        } else {
            sizes();
        }
        refused();
    }

    private void sizes() {
        page.element("p", texts.text("clusters.lead")).line();
        int groups = groupOf(report.clusterSizes().getLast().records()) + 1;
        long[] counts = new long[groups];
        report.clusterSizes().forEach(size -> counts[groupOf(size.records())] += size.clusters());
        Table table =
                new Table(texts.text("clusters.chart"), texts.text("clusters.size"), texts.text("clusters.count"));
        List<ColumnChart.Column> columns = new ArrayList<>();
        List<ColumnChart.Mark> marks = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            String name = name(group);
            String count = texts.count(counts[group]);
            table.row(name, count);
            columns.add(new ColumnChart.Column(
                    (group + AIR) / groups, (group + 1 - AIR) / groups, counts[group], name + ": " + count));
            marks.add(new ColumnChart.Mark((group + .5) / groups, beginning(group)));
        }
        page.open("div", "class", "pictures");
        Figure.write(
                page,
                texts,
                texts.text("clusters.chart"),
                texts.text("clusters.desc"),
                texts.text("weights.aside"),
                List.of(),
                new ColumnChart(columns, marks, texts),
                table);
        page.close().line();
    }

    private static int groupOf(long records) {
        int group = GROUPS.length - 1;
        while (GROUPS[group] > records) {
            group--;
        }
        return group;
    }

    /** As short as a phone needs it: where the group begins, and a plus if it holds larger ones. */
    private static String beginning(int group) {
        boolean isOneSize = group + 1 < GROUPS.length && GROUPS[group + 1] == GROUPS[group] + 1;
        return isOneSize ? Long.toString(GROUPS[group]) : GROUPS[group] + "+";
    }

    private static String name(int group) {
        boolean isRange = group + 1 < GROUPS.length && GROUPS[group + 1] > GROUPS[group] + 1;
        return isRange ? GROUPS[group] + "\u2013" + (GROUPS[group + 1] - 1) : beginning(group);
    }

    private void refused() {
        if (report.refused().isEmpty()) {
            return;
        }
        page.element("h2", texts.text("refused.title")).line();
        page.element("p", texts.text("refused.lead")).line();
        Table table = new Table(
                texts.text("refused.title"),
                texts.text("refused.name"),
                texts.text("refused.records"),
                texts.text("refused.clusters"));
        report.refused()
                .forEach(group -> table.row(group.name(), texts.count(group.records()), texts.count(group.clusters())));
        table.write(page, texts);
    }
}
