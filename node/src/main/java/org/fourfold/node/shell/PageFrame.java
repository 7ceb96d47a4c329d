package org.fourfold.node.shell;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;

/**
 * Everything around a page's own content, and the words and figures in the reader's language. Made by
 * {@link PageFrames}; the first parameter of every template.
 *
 * @param title the heading of the page; the browser's tab never shows it
 * @param lead one or two sentences under the heading
 * @param purpose what the reader acts for, always visible
 * @param nav the navigation, a list a room
 * @param path the page's own path and query, for the way back after a change of language
 * @param problems what has to be mended: the layout shows them above everything else
 * @param notice what was just done
 */
public record PageFrame(
        Text title,
        Optional<Text> lead,
        Room room,
        Optional<Purpose> purpose,
        Optional<Viewer> viewer,
        String organisationName,
        boolean demonstration,
        List<NavRoom> nav,
        Csrf csrf,
        Messages messages,
        ZoneId zone,
        String path,
        Assets assets,
        List<Problem> problems,
        Optional<Text> notice) {

    /** One room of the navigation with its entries. */
    public record NavRoom(Room room, List<NavEntry> entries) {}

    /** One entry; {@code current} marks the one the page stands under. */
    public record NavEntry(MenuEntry entry, boolean current) {}

    public PageFrame {
        nav = List.copyOf(nav);
        problems = List.copyOf(problems);
    }

    public Language language() {
        return messages.language();
    }

    /** The language the switch leads to. */
    public Language otherLanguage() {
        return switch (language()) {
            case ES -> Language.EN;
            case EN -> Language.ES;
        };
    }

    public String text(String key) {
        return messages.text(key);
    }

    public String text(String key, String name, Object value) {
        return messages.text(key, name, value);
    }

    public String text(String key, Map<String, ?> values) {
        return messages.text(key, values);
    }

    public String say(Text text) {
        return messages.text(text.key(), text.values());
    }

    public String fault(Problem problem) {
        return messages.fault(problem);
    }

    public String mend(Problem problem) {
        return messages.mend(problem);
    }

    /** A static file's address, by its name under {@code static/}. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** A day in words: {@code 3 de mayo de 2026}. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language().locale())
                .format(day);
    }

    /** A month in words: {@code mayo de 2026}. */
    public String month(YearMonth month) {
        String pattern = switch (language()) {
            case ES -> "MMMM 'de' yyyy";
            case EN -> "MMMM yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, language().locale()).format(month);
    }

    /** A month's short name, for a chart: {@code may}. */
    public String monthShort(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", language().locale()).format(month);
    }

    /** A moment on the organisation's clock: {@code 3 de mayo de 2026, 8:12}. */
    public String moment(Instant moment) {
        var local = moment.atZone(zone);
        return date(local.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("H:mm", language().locale()).format(local);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language().locale()).format(number);
    }

    /** The faults that stand in one field of a form. */
    public List<Problem> problemsIn(String field) {
        return problems.stream()
                .filter(problem -> problem.place() instanceof Problem.Place.Field(String name) && name.equals(field))
                .toList();
    }

    public PageFrame withLead(Text words) {
        return copy(title, Optional.of(words), purpose, problems, notice);
    }

    public PageFrame withTitle(Text words) {
        return copy(words, lead, purpose, problems, notice);
    }

    public PageFrame withPurpose(Purpose other) {
        return copy(title, lead, Optional.of(other), problems, notice);
    }

    public PageFrame withProblems(List<Problem> faults) {
        return copy(title, lead, purpose, faults, notice);
    }

    public PageFrame withNotice(Text words) {
        return copy(title, lead, purpose, problems, Optional.of(words));
    }

    private PageFrame copy(
            Text newTitle,
            Optional<Text> newLead,
            Optional<Purpose> newPurpose,
            List<Problem> newProblems,
            Optional<Text> newNotice) {
        return new PageFrame(
                newTitle,
                newLead,
                room,
                newPurpose,
                viewer,
                organisationName,
                demonstration,
                nav,
                csrf,
                messages,
                zone,
                path,
                assets,
                newProblems,
                newNotice);
    }
}
