package org.fourfold.node.prosecution.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;
import org.fourfold.node.prosecution.EntryId;
import org.fourfold.node.prosecution.NewEntry;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;

/** What was typed for one entry of a docket. */
record EntryForm(
        Kind kind,
        String hearing,
        String day,
        String until,
        String code,
        String ruling,
        String words,
        String evidence) {

    /** The kinds of entry, as addresses name them. */
    enum Kind {
        MANDATE,
        HEARING,
        CONTINUANCE,
        OBSTRUCTION;

        static Optional<Kind> of(String code) {
            return Stream.of(values())
                    .filter(kind -> DocketLines.code(kind).equals(code))
                    .findFirst();
        }
    }

    static EntryForm empty(Kind kind, String hearing) {
        return new EntryForm(kind, hearing, "", "", "", "PENDING", "", "");
    }

    /** The entry; throws a {@link ProblemException} with all that cannot be read. */
    NewEntry entry() {
        List<Problem> problems = new ArrayList<>();
        LocalDate from = date(day, "day", problems).orElse(LocalDate.EPOCH);
        if (day.isBlank()) {
            problems.add(Problem.inField("prosecution.day-missing", "day"));
        }
        Optional<LocalDate> to = date(until, "until", problems);
        if (kind != Kind.MANDATE && codes().noneMatch(code::equals)) {
            problems.add(Problem.inField("prosecution.choose", "code"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return switch (kind) {
            case MANDATE -> new NewEntry.Mandate(from, to, words);
            case HEARING -> new NewEntry.Hearing(from, HearingKind.valueOf(code), words);
            case CONTINUANCE ->
                new NewEntry.Continuance(
                        EntryId.parse(hearing)
                                .orElseThrow(() ->
                                        new ProblemException(Problem.inField("prosecution.hearing-gone", "hearing"))),
                        from,
                        AskedBy.valueOf(code),
                        words,
                        Stream.of(Ruling.values())
                                .filter(one -> one.name().equals(ruling))
                                .findFirst()
                                .orElse(Ruling.PENDING),
                        to);
            case OBSTRUCTION -> new NewEntry.Obstruction(from, ObstructionKind.valueOf(code), words, evidence);
        };
    }

    private Stream<String> codes() {
        return switch (kind) {
            case MANDATE -> Stream.empty();
            case HEARING -> Stream.of(HearingKind.values()).map(Enum::name);
            case CONTINUANCE -> Stream.of(AskedBy.values()).map(Enum::name);
            case OBSTRUCTION -> Stream.of(ObstructionKind.values()).map(Enum::name);
        };
    }

    private static Optional<LocalDate> date(String text, String field, List<Problem> problems) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            problems.add(Problem.inField("prosecution.day-form", field));
            return Optional.empty();
        }
    }

    InvestigationPages.Entry page(PageFrame frame, String path, String formKey) {
        return new InvestigationPages.Entry(
                path,
                formKey,
                DocketLines.code(kind),
                hearing,
                choices(frame),
                code,
                kind == Kind.CONTINUANCE
                        ? Stream.of(Ruling.values())
                                .map(one -> Choice.of(
                                        one.name(), frame.text("prosecution.ruling." + DocketLines.code(one))))
                                .toList()
                        : List.of(),
                ruling,
                day,
                until,
                words,
                evidence);
    }

    private List<Choice> choices(PageFrame frame) {
        return switch (kind) {
            case MANDATE -> List.of();
            case HEARING ->
                Stream.of(HearingKind.values())
                        .map(one -> Choice.of(one.name(), frame.text("prosecution.hearing." + DocketLines.code(one))))
                        .toList();
            case CONTINUANCE ->
                Stream.of(AskedBy.values())
                        .map(one -> Choice.of(one.name(), frame.text("prosecution.asked-by." + DocketLines.code(one))))
                        .toList();
            case OBSTRUCTION ->
                Stream.of(ObstructionKind.values())
                        .map(one ->
                                Choice.of(one.name(), frame.text("prosecution.obstruction." + DocketLines.code(one))))
                        .toList();
        };
    }
}
