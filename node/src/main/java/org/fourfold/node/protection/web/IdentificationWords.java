package org.fourfold.node.protection.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Replies;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.Screening.Setting;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.ScreeningInstrument.Indicator;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;

/** Conversations, findings and their sources in the reader's language. */
final class IdentificationWords {

    private IdentificationWords() {}

    /** The ways from a file that its reader may go. */
    static List<DeskItem> ways(FileView view, String path) {
        List<DeskItem> ways = new ArrayList<>();
        Set<FieldGroup> shown = view.shown();
        if (shown.contains(FieldGroup.NARRATIVE)) {
            ways.add(DeskItem.of(Text.of("protection.way.conversations"), path + "/conversations"));
            if (shown.containsAll(Set.of(FieldGroup.IDENTITY, FieldGroup.SAFETY))) {
                ways.add(DeskItem.of(Text.of("protection.way.worksheet"), path + "/worksheet"));
            }
            ways.add(DeskItem.of(Text.of("protection.way.decisions"), path + "/decisions"));
        }
        if (shown.contains(FieldGroup.DURESS)) {
            ways.add(DeskItem.of(Text.of("protection.way.duress"), path + "/duress"));
        }
        if (shown.contains(FieldGroup.LEGAL)) {
            ways.add(DeskItem.of(Text.of("protection.way.status"), path + "/status"));
        }
        return ways;
    }

    /** How a conversation was held. */
    static List<Row> setting(PageFrame frame, Setting setting, String typist, String path) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(frame, "told", Showing.date(frame, setting.toldOn()), path));
        rows.add(row(frame, "asker", setting.asker().isEmpty() ? typist : setting.asker(), path));
        rows.add(row(frame, "room", room(frame, setting), path));
        rows.add(row(frame, "interpreter", interpreter(frame, setting), path));
        return rows;
    }

    private static Row row(PageFrame frame, String what, String value, String path) {
        return new Row(frame.text("protection.conversation." + what), value, true, path);
    }

    static String room(PageFrame frame, Setting setting) {
        return setting.room().stream()
                .sorted()
                .map(one -> frame.text("protection.conversation.room." + code(one)))
                .collect(Collectors.joining(", "));
    }

    private static String interpreter(PageFrame frame, Setting setting) {
        return setting.interpreting()
                .map(by -> frame.text(Field.LANGUAGES.optionKey(by.language())) + ": "
                        + frame.text("protection.conversation.role." + code(by.role())))
                .orElseGet(() -> frame.text("protection.conversation.interpreter.no"));
    }

    /** Who was there before whom an answer may not have been free. */
    static List<String> warnings(PageFrame frame, Setting setting) {
        return setting.warnings().stream()
                .map(code -> frame.text("protection.conversation.warning." + code))
                .toList();
    }

    /** Questions with their answers; {@code href} leads to a question, or is empty. */
    static List<Row> replies(PageFrame frame, ScreeningInstrument instrument, Replies replies, String href) {
        return instrument.indicators().stream()
                .map(indicator -> {
                    Answer<String> answer = replies.of(indicator);
                    return new Row(
                            indicator.ask().in(frame.language()),
                            answer(frame, indicator, answer),
                            answer.asGiven().isPresent(),
                            href.isEmpty() ? "" : href + indicator.id());
                })
                .toList();
    }

    static String answer(PageFrame frame, Indicator indicator, Answer<String> answer) {
        return answer.asGiven()
                .map(value -> indicator.kind() == Field.Kind.WORDS ? value : chosen(frame, indicator, value))
                .orElseGet(() -> frame.text("protection.silence." + answer.code()));
    }

    private static String chosen(PageFrame frame, Indicator indicator, String value) {
        return indicator.shape().codes(value).stream()
                .map(code -> indicator
                        .option(code)
                        .map(option -> option.words().in(frame.language()))
                        .orElse(code))
                .collect(Collectors.joining("; "));
    }

    static FieldInput input(PageFrame frame, Indicator indicator, Replies replies, Map<String, List<String>> typed) {
        return Showing.input(
                frame,
                indicator.shape(),
                indicator.ask().in(frame.language()),
                indicator.hint().in(frame.language()),
                indicator.options().stream()
                        .map(option -> Choice.of(option.code(), option.words().in(frame.language())))
                        .toList(),
                replies.of(indicator).asGiven().orElse(""),
                Optional.ofNullable(typed.get(indicator.id())));
    }

    /** How an element stands; never the colour of guilt or of success. */
    static Tag state(ElementFinding.State state) {
        return switch (state) {
            case SIGNS_PRESENT -> Tag.warn("protection.finding.signs-present");
            case NO_SIGN_SO_FAR -> Tag.quiet("protection.finding.no-sign-so-far");
            case NOT_ASKED -> Tag.quiet("protection.finding.not-asked");
        };
    }

    /** By what an element stands as it does: what was told in each conversation as one line, then what was added by hand. */
    static List<String> sources(PageFrame frame, ElementFinding finding) {
        Map<ScreeningId, List<ElementFinding.FromAnswer>> told = new LinkedHashMap<>();
        List<String> byHand = new ArrayList<>();
        for (ElementFinding.Source source : finding.sources()) {
            switch (source) {
                case ElementFinding.FromAnswer answer ->
                    told.computeIfAbsent(answer.screening().id(), none -> new ArrayList<>())
                            .add(answer);
                case ElementFinding.FromElsewhere(Sign sign) -> byHand.add(sign(frame, sign));
            }
        }
        List<String> lines = new ArrayList<>();
        told.values().forEach(answers -> {
            line(frame, "answer", answers, ElementFinding.State.SIGNS_PRESENT).ifPresent(lines::add);
            line(frame, "asked", answers, ElementFinding.State.NO_SIGN_SO_FAR).ifPresent(lines::add);
        });
        lines.addAll(byHand);
        return lines;
    }

    private static Optional<String> line(
            PageFrame frame, String kind, List<ElementFinding.FromAnswer> answers, ElementFinding.State says) {
        List<ElementFinding.FromAnswer> these =
                answers.stream().filter(answer -> answer.says() == says).toList();
        if (these.isEmpty()) {
            return Optional.empty();
        }
        Screening screening = these.getFirst().screening();
        String alone = screening.setting().warnings().isEmpty() ? "" : " " + frame.text("protection.source.not-alone");
        String day = Showing.date(frame, screening.setting().toldOn()) + alone;
        String words = these.stream()
                .map(answer -> answer.options().isEmpty()
                        ? answer(frame, answer.indicator(), answer.answer())
                        : answer.options().stream()
                                .map(option -> option.words().in(frame.language()))
                                .collect(Collectors.joining("; ")))
                .distinct()
                .collect(Collectors.joining("; "));
        return Optional.of(from(frame, kind, day, words));
    }

    static String sign(PageFrame frame, Sign sign) {
        return from(
                frame,
                code(sign.terms().from()),
                Showing.date(frame, sign.terms().on()),
                sign.terms().words());
    }

    private static String from(PageFrame frame, String kind, String day, String words) {
        return frame.text("protection.source." + kind, Map.of("day", day, "words", words));
    }

    static List<Choice> room(PageFrame frame) {
        return choices(Screening.Present.values(), one -> frame.text("protection.conversation.room." + code(one)));
    }

    static List<Choice> roles(PageFrame frame) {
        return choices(
                Screening.InterpreterRole.values(), one -> frame.text("protection.conversation.role." + code(one)));
    }

    static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> words) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.name(), words.apply(value)))
                .toList();
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
