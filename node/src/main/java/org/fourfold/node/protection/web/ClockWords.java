package org.fourfold.node.protection.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.FileClocks;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.ToldFact;
import org.fourfold.node.protection.clock.Fact;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.LegalClock;
import org.fourfold.node.protection.clock.Rule;
import org.fourfold.node.protection.clock.Time;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/** Clocks and facts in words of the reader's language, as they stand at one moment. */
final class ClockWords {

    /** Below this, what is left is told in hours. */
    private static final int HOURS_TOLD = 72;

    private final PageFrame frame;
    private final FileClocks file;
    private final Map<MemberId, String> names;
    private final Instant now;
    private final String path;

    ClockWords(PageFrame frame, FileClocks file, Map<MemberId, String> names, Instant now) {
        this.frame = frame;
        this.file = file;
        this.names = names;
        this.now = now;
        this.path = "/files/" + file.file().id() + "/clocks";
    }

    ClocksPage.Clock clock(LegalClock one) {
        Rule rule = one.rule();
        Optional<RuleReview> review = Optional.ofNullable(file.reviews().get(rule.id()));
        return new ClocksPage.Clock(
                rule.id().replace('.', '-') + "-" + one.start().id(),
                rule.title().in(frame.language()),
                state(one),
                isReviewed(one),
                RuleWords.review(frame, review, names),
                end(one),
                left(one),
                one.notes().stream()
                        .sorted()
                        .map(note -> frame.text("protection.clock.note." + code(note)))
                        .toList(),
                RuleWords.fact(frame, rule.start()) + ": " + when(one.start()),
                rule.why().in(frame.language()),
                RuleWords.citation(frame, rule) + " " + RuleWords.read(frame, rule) + " "
                        + RuleWords.validity(frame, rule),
                "/clocks/rules/" + rule.id(),
                stops(one),
                desks(one),
                rule.proof().in(frame.language()),
                one.stop()
                        .map(stop -> RuleWords.fact(frame, stop.kind()) + ": " + when(stop))
                        .orElse(""),
                one.stop().map(Fact::proof).orElse(""));
    }

    boolean isReviewed(LegalClock one) {
        return Optional.ofNullable(file.reviews().get(one.rule().id()))
                .map(review -> review.verdict() == RuleReview.Verdict.APPROVED)
                .orElse(false);
    }

    private Tag state(LegalClock one) {
        // Where the law names no number, nothing is called late on the first day.
        String key = one.state() == LegalClock.State.OVERDUE && isAtOnce(one)
                ? "protection.clock.state.now"
                : "protection.clock.state." + code(one.state());
        return switch (one.state()) {
            case OVERDUE -> Tag.stop(key);
            case RUNNING ->
                one.steps().stream().anyMatch(step -> !step.from().isAfter(now)) ? Tag.warn(key) : Tag.quiet(key);
            case END_UNKNOWN -> Tag.warn(key);
            case DONE, OPEN -> Tag.done(key);
            case DONE_LATE, NOT_YET, SET_ASIDE -> Tag.quiet(key);
        };
    }

    private String end(LegalClock one) {
        if (one.end().isEmpty()) {
            return frame.text("protection.clock.end.unknown");
        }
        LegalClock.End end = one.end().get();
        if (one.rule().kind() == Rule.Kind.OPENS) {
            return frame.text(
                    "protection.clock.end.from", "day", frame.date(end.day().orElseThrow()));
        }
        if (isAtOnce(one)) {
            return frame.text("protection.clock.end.at-once");
        }
        return end.day()
                .map(day -> frame.text("protection.clock.end.day", "day", frame.date(day)))
                .orElseGet(() -> frame.text("protection.clock.end.hour", "moment", frame.moment(end.at())));
    }

    private static boolean isAtOnce(LegalClock one) {
        return one.rule().time() instanceof Time.AtOnce;
    }

    /** Only where something is still to be done. */
    private String left(LegalClock one) {
        boolean counted = one.state() == LegalClock.State.RUNNING || one.state() == LegalClock.State.OVERDUE;
        if (!counted || one.end().isEmpty()) {
            return "";
        }
        return isAtOnce(one)
                ? frame.text(
                        "protection.clock.waits",
                        "hours",
                        Duration.between(one.end().get().at(), now).toHours())
                : left(one.end().get());
    }

    private String left(LegalClock.End end) {
        if (end.day().isPresent()) {
            LocalDate today = now.atZone(frame.zone()).toLocalDate();
            long days = ChronoUnit.DAYS.between(today, end.day().get());
            return days < 0
                    ? frame.text("protection.clock.since.days", "count", -days)
                    : frame.text("protection.clock.left.days", "count", days);
        }
        Duration left = Duration.between(now, end.at());
        boolean over = left.isNegative() || left.isZero();
        long hours = left.abs().toHours();
        if (hours >= HOURS_TOLD) {
            return frame.text(
                    over ? "protection.clock.since.days" : "protection.clock.left.days",
                    "count",
                    left.abs().toDays());
        }
        return frame.text(over ? "protection.clock.since.hours" : "protection.clock.left.hours", "count", hours);
    }

    private List<ClocksPage.Way> stops(LegalClock one) {
        if (!one.state().needsAction()
                && one.state() != LegalClock.State.OPEN
                && one.state() != LegalClock.State.NOT_YET) {
            return List.of();
        }
        List<FactKind> kinds =
                new ArrayList<>(one.rule().stops().stream().sorted().toList());
        List<ClocksPage.Way> ways = new ArrayList<>();
        kinds.forEach(kind -> ways.add(way(one, kind, RuleWords.fact(frame, kind))));
        FactKind aside =
                one.rule().group() == FactKind.SET_ASIDE_LEGAL.group() ? FactKind.SET_ASIDE_LEGAL : FactKind.SET_ASIDE;
        if (file.writable().contains(aside.group())) {
            ways.add(way(one, aside, frame.text("protection.clock.set-aside")));
        }
        return ways;
    }

    private ClocksPage.Way way(LegalClock one, FactKind kind, String label) {
        boolean may = file.writable().contains(kind.group());
        return new ClocksPage.Way(
                label, may ? path + "/" + kind.code() + "?of=" + one.start().id() : "");
    }

    private List<String> desks(LegalClock one) {
        return one.steps().stream()
                .map(step -> RuleWords.desk(frame, step.desk()) + ": "
                        + (step.from().isAfter(now)
                                ? frame.text("protection.clock.desk.from", "moment", frame.moment(step.from()))
                                : frame.text("protection.clock.desk.now")))
                .toList();
    }

    ClocksPage.Hidden hidden(FileClocks.Hidden one) {
        boolean over = !one.ends().isAfter(now);
        Tag state = one.stopped().isPresent()
                ? Tag.done("protection.clock.state.done")
                : over ? Tag.stop("protection.clock.state.overdue") : Tag.quiet("protection.clock.state.running");
        return new ClocksPage.Hidden(until(one.ends()), state);
    }

    /** What ends at midnight is told by its last day. */
    private String until(Instant end) {
        var local = end.atZone(frame.zone());
        LocalDate day = local.toLocalDate();
        return local.equals(day.atStartOfDay(frame.zone())) ? frame.date(day.minusDays(1)) : frame.moment(end);
    }

    ClocksPage.Told told(ToldFact told) {
        Fact fact = told.fact();
        boolean may = file.writable().contains(fact.kind().group()) && !told.struck();
        String by = frame.text(
                told.revision() > 1 ? "protection.fact-by.corrected" : "protection.fact-by.told",
                Map.of("who", names.getOrDefault(told.by(), ""), "day", frame.moment(told.at())));
        return new ClocksPage.Told(
                RuleWords.fact(frame, fact.kind()),
                when(fact),
                by,
                fact.proof(),
                told.struck(),
                may ? path + "/" + fact.kind().code() + "?fact=" + fact.id() : "");
    }

    String when(Fact fact) {
        Dated dated = fact.dated();
        return fact.moment().map(frame::moment).orElseGet(() -> switch (dated.precision()) {
            case DAY -> frame.date(dated.from());
            case MONTH -> frame.month(java.time.YearMonth.from(dated.from()));
            case YEAR, ESTIMATED -> Integer.toString(dated.from().getYear());
        });
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
