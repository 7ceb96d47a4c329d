package org.fourfold.node.protection.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.DemandLine;
import org.fourfold.node.protection.DemandView;
import org.fourfold.node.protection.LawyersAnswer;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;

/** Demands in the reader's language. */
final class DemandWords {

    private DemandWords() {}

    static DemandFields fields(PageFrame frame, List<Organisation> known, DemandForm typed) {
        List<Choice> askers = new ArrayList<>();
        askers.add(Choice.of("", frame.text("protection.demand.asker-other")));
        askers.addAll(ConsentWords.recipients(known));
        return new DemandFields(
                askers,
                ConsentWords.choices(
                        List.of(LegalDemand.Authority.values()),
                        one -> frame.text("protection.demand.authority." + ConsentWords.code(one))),
                ConsentWords.groups(frame, List.of(FieldGroup.values())),
                ConsentWords.choices(
                        List.of(LegalDemand.Arrival.values()),
                        one -> frame.text("protection.demand.arrival." + ConsentWords.code(one))),
                typed);
    }

    static Tag state(LegalDemand.State state) {
        return switch (state) {
            case RECEIVED -> Tag.warn("protection.demand.state.received");
            case WITH_LAWYER -> Tag.warn("protection.demand.state.with-lawyer");
            case CHALLENGED -> Tag.warn("protection.demand.state.challenged");
            case NARROWED -> Tag.warn("protection.demand.state.narrowed");
            case APPROVED -> Tag.warn("protection.demand.state.approved");
            case REFUSED -> Tag.quiet("protection.demand.state.refused");
            case ANSWERED -> Tag.done("protection.demand.state.answered");
        };
    }

    /** A line of a list; it leads to the demand only for who may open it. */
    static DeskItem line(PageFrame frame, DemandLine line, LocalDate today) {
        Text label = line.number()
                .map(number -> Text.of("protection.demand.line", "number", number.text()))
                .orElse(Text.of("protection.demand.line-loose"))
                .with("day", frame.date(line.received()));
        return DeskItem.of(label, path(line)).detail(due(frame, line, today)).tag(tag(line, today));
    }

    static String path(DemandLine line) {
        return line.file().map(file -> "/files/" + file).orElse("/files") + "/demands/" + line.id();
    }

    /** How many days are left, in words. */
    static Text due(PageFrame frame, DemandLine line, LocalDate today) {
        if (line.due().isEmpty()) {
            return Text.of("protection.demand.no-due");
        }
        LocalDate due = line.due().get();
        long days = ChronoUnit.DAYS.between(today, due);
        return Text.of(days < 0 ? "protection.demand.overdue" : "protection.demand.due-in", "days", Math.abs(days))
                .with("day", frame.date(due));
    }

    private static Tag tag(DemandLine line, LocalDate today) {
        if (!line.whole()) {
            return Tag.quiet("protection.demand.not-yours");
        }
        return line.isOverdue(today) ? Tag.stop("protection.demand.tag.overdue") : state(line.state());
    }

    /** What is asked, as stated. */
    static List<Row> facts(
            PageFrame frame, DemandView view, Map<OrganisationId, String> asker, Map<MemberId, String> names) {
        LegalDemand demand = view.demand();
        LegalDemand.Terms terms = demand.terms();
        List<Row> rows = new ArrayList<>();
        rows.add(row(frame, "asker", ConsentWords.name(asker, terms.asker())));
        rows.add(row(
                frame, "authority", frame.text("protection.demand.authority." + ConsentWords.code(terms.authority()))));
        rows.add(row(frame, "person", terms.person()));
        rows.add(row(frame, "scope", ConsentWords.groups(frame, terms.scope())));
        rows.add(row(frame, "words", terms.words()));
        rows.add(row(frame, "article", terms.article()));
        rows.add(row(
                frame,
                "received",
                frame.date(demand.received()) + " · "
                        + frame.text("protection.demand.arrival." + ConsentWords.code(terms.arrival()))));
        rows.add(row(frame, "due", demand.due().map(frame::date).orElse("")));
        if (view.file().isPresent()) {
            rows.add(row(
                    frame,
                    "lawyer",
                    String.join(
                            ", ",
                            view.lawyers().stream()
                                    .map(lawyer -> names.getOrDefault(lawyer, ""))
                                    .toList())));
        }
        return rows;
    }

    private static Row row(PageFrame frame, String what, String value) {
        String term = frame.text("protection.demand." + what);
        return value.isBlank()
                ? new Row(term, frame.text("protection.demand.not-said"), false, "")
                : new Row(term, value, true, "");
    }

    static List<DemandPage.Step> steps(PageFrame frame, LegalDemand demand, Map<MemberId, String> names) {
        return demand.steps().stream()
                .map(step -> new DemandPage.Step(
                        frame.moment(step.at()),
                        names.getOrDefault(step.by(), ""),
                        frame.text(what(step)),
                        step.words(),
                        more(frame, step, names)))
                .toList();
    }

    private static String what(LegalDemand.Step step) {
        boolean nothing =
                step.kind() == LegalDemand.Kind.ANSWERED && step.groups().isEmpty();
        return nothing ? "protection.demand.step-neither" : "protection.demand.step." + ConsentWords.code(step.kind());
    }

    private static String more(PageFrame frame, LegalDemand.Step step, Map<MemberId, String> names) {
        List<String> more = new ArrayList<>();
        step.lawyer().map(lawyer -> names.getOrDefault(lawyer, "")).ifPresent(more::add);
        if (!step.groups().isEmpty()) {
            more.add(ConsentWords.groups(frame, step.groups()));
        }
        if (!step.article().isBlank()) {
            more.add(step.article());
        }
        step.until()
                .map(until -> frame.text("protection.demand.until-day", "day", frame.date(until)))
                .ifPresent(more::add);
        return String.join(" · ", more);
    }

    /** What the lawyer chose. */
    static LawyersAnswer answer(DemandPage.Typed typed) {
        return switch (typed.answer()) {
            case "BINDS" ->
                new LawyersAnswer.Binds(
                        ConsentWords.groups(List.copyOf(typed.groups())),
                        typed.article().strip(),
                        typed.reasons().strip());
            case "CHALLENGE" -> new LawyersAnswer.Challenges(typed.reasons().strip());
            case "REFUSE" -> new LawyersAnswer.Refuses(typed.reasons().strip());
            default -> throw new ProblemException(Problem.inField("protection.demand-answer", "answer"));
        };
    }

    static Set<MemberId> members(DemandView view) {
        Set<MemberId> members = new HashSet<>(view.lawyers());
        for (LegalDemand.Step step : view.demand().steps()) {
            members.add(step.by());
            step.lawyer().ifPresent(members::add);
        }
        return members;
    }

    /** The order that forbids telling on the day of reading. */
    static String silent(PageFrame frame, DemandView view) {
        Optional<LegalDemand.Step> order = view.demand().tellingForbidden(view.today());
        return order.map(step -> frame.text(
                        "protection.demand.silent",
                        Map.of(
                                "order",
                                step.words(),
                                "day",
                                step.until().map(frame::date).orElse(""))))
                .orElse("");
    }
}
