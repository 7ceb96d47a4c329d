package org.fourfold.node.protection.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.Rule;
import org.fourfold.node.protection.clock.Time;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/** A rule in words of the reader's language. */
final class RuleWords {

    /** As the text of a pack says it where nothing was read. */
    private static final int MONTH_LENGTH = 7;

    private RuleWords() {}

    static String fact(PageFrame frame, FactKind kind) {
        return frame.text("protection.fact." + kind.code());
    }

    static String citation(PageFrame frame, Rule rule) {
        return frame.text(
                "protection.rule.citation", Map.of("law", rule.citation(), "day", frame.date(rule.lawDate())));
    }

    /** When the text was read, or that it was not. */
    static String read(PageFrame frame, Rule rule) {
        return rule.retrieved()
                .map(when -> frame.text(
                        "protection.rule.read",
                        "when",
                        when.length() == MONTH_LENGTH
                                ? frame.month(YearMonth.parse(when))
                                : frame.date(LocalDate.parse(when))))
                .orElseGet(() -> frame.text("protection.rule.unread"));
    }

    static String validity(PageFrame frame, Rule rule) {
        String from = frame.date(rule.validFrom());
        return rule.validTo()
                .map(to -> frame.text("protection.rule.valid", Map.of("from", from, "to", frame.date(to))))
                .orElseGet(() -> frame.text("protection.rule.valid-open", "from", from));
    }

    static Tag state(Optional<RuleReview> review) {
        return review.map(said -> switch (said.verdict()) {
                    case APPROVED -> Tag.done("protection.rule.approved");
                    case REJECTED -> Tag.stop("protection.rule.rejected");
                })
                .orElseGet(() -> Tag.quiet("protection.rule.unreviewed"));
    }

    /** Who said what of it here, or that nobody did. */
    static String review(PageFrame frame, Optional<RuleReview> review, Map<MemberId, String> names) {
        return review.map(said -> frame.text(
                        switch (said.verdict()) {
                            case APPROVED -> "protection.rule.approved-by";
                            case REJECTED -> "protection.rule.rejected-by";
                        },
                        Map.of(
                                "who",
                                names.getOrDefault(said.by(), ""),
                                "day",
                                frame.moment(said.at()),
                                "words",
                                said.words())))
                .orElseGet(() -> frame.text("protection.rule.unreviewed-what"));
    }

    static String allows(PageFrame frame, Time time) {
        return switch (time) {
            case Time.AtOnce _ -> frame.text("protection.rule.time.at-once");
            case Time.Stated _ -> frame.text("protection.rule.time.stated");
            case Time.Hours(int count) -> frame.text("protection.rule.time.hours", "count", count);
            case Time.Working(int days) -> frame.text("protection.rule.time.working", "count", days);
            case Time.BeforeBirthday(int years) -> frame.text("protection.rule.time.birthday", "years", years);
            case Time.BeforeTheirBirthday(int years) ->
                frame.text("protection.rule.time.their-birthday", "years", years);
            case Time.Span(Period period, boolean first) ->
                span(frame, period) + " "
                        + frame.text(first ? "protection.rule.time.first" : "protection.rule.time.next");
        };
    }

    private static String span(PageFrame frame, Period period) {
        if (period.getYears() > 0) {
            return frame.text("protection.rule.time.years", "count", period.getYears());
        }
        return period.getMonths() > 0
                ? frame.text("protection.rule.time.months", "count", period.getMonths())
                : frame.text("protection.rule.time.days", "count", period.getDays());
    }

    static List<String> desks(PageFrame frame, Rule rule) {
        return rule.escalation().stream()
                .map(step -> desk(frame, step.desk()) + ": " + before(frame, step.before()))
                .toList();
    }

    static String desk(PageFrame frame, Rule.Desk desk) {
        return frame.text("protection.clock.desk-of."
                + desk.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String before(PageFrame frame, Duration before) {
        if (before.isZero()) {
            return frame.text("protection.rule.before.now");
        }
        return before.toHours() % 24 == 0 && before.toDays() > 3
                ? frame.text("protection.rule.before.days", "count", before.toDays())
                : frame.text("protection.rule.before.hours", "count", before.toHours());
    }
}
