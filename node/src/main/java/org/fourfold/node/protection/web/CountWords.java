package org.fourfold.node.protection.web;

import java.time.Month;
import java.util.Locale;
import java.util.Map;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.protection.count.CountTable;
import org.fourfold.node.protection.count.Measure;
import org.fourfold.node.shell.PageFrame;

/** What is counted, in words. */
final class CountWords {

    private CountWords() {}

    static String service(PageFrame frame, ServiceKind kind) {
        return row(frame, Measure.of(CountTable.SERVICE, kind));
    }

    static String table(PageFrame frame, CountTable table) {
        return frame.text("protection.counts.table." + table.code());
    }

    static String row(PageFrame frame, Measure measure) {
        return frame.text("protection.counts.row." + measure.code());
    }

    /** By which rule a row is counted: its own, else the one of its table. */
    static String rule(PageFrame frame, Measure measure) {
        String own = "protection.counts.rule." + measure.code();
        return frame.text(
                frame.messages().has(own)
                        ? own
                        : "protection.counts.rule." + measure.table().code());
    }

    static String period(PageFrame frame, CountPeriod period) {
        return frame.text(
                "protection.counts.period",
                Map.of("from", frame.date(period.from()), "until", frame.date(period.last())));
    }

    static String length(PageFrame frame, CountPeriod.Length length) {
        return frame.text("protection.counts.length."
                + length.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String month(PageFrame frame, Month month) {
        return frame.text("protection.counts.begins." + month.name().toLowerCase(Locale.ROOT));
    }
}
