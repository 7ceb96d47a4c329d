package org.fourfold.node.protection.htcds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Imported;

/**
 * Between the cells of a record and a case file. Few fields meet: the name, on the way out the day of birth, the languages, whether the file is closed and
 * why. Everything else is kept as it came. On the way out a cell that came in stands as long as it says what the answer
 * says; where the answer was changed since, the answer is what goes out.
 */
public final class Mapping {

    static final List<String> NAME_PARTS = List.of("prs_FirstName", "prs_MiddleName", "prs_SecondName");
    private static final List<String> TONGUES = List.of("prs_PrimaryLanguage", "prs_SecondaryLanguage");
    private static final String BIRTH = "prs_Birthdate";
    private static final String STATUS = "cas_Status";
    private static final String CLOSING = "cas_ReasonForCaseClosure";
    private static final Set<String> CLOSED = Set.of("Closed", "ClosedReferred");
    private static final String TRANSFERRED = "transferred";

    private Mapping() {}

    /** What the cells say in our own fields. A silence of theirs is none of ours: an empty cell gives no answer. */
    public static Answers answers(Map<String, String> cells) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        words(joined(cells)).ifPresent(name -> answers.put(Field.NAME, new Answer.Given<>(name)));
        List<String> tongues = TONGUES.stream()
                .flatMap(field -> Tongues.ours(cells.getOrDefault(field, "")).stream())
                .toList();
        Field.LANGUAGES.parse(tongues).ifPresent(codes -> answers.put(Field.LANGUAGES, new Answer.Given<>(codes)));
        if (state(cells) == CaseState.CLOSED) {
            words(cells.getOrDefault(CLOSING, ""))
                    .ifPresent(reason -> answers.put(Field.CLOSING_WORDS, new Answer.Given<>(reason)));
            if (cells.getOrDefault(STATUS, "").equals("ClosedReferred")) {
                answers.put(Field.CLOSING_REASON, new Answer.Given<>(TRANSFERRED));
            }
        }
        return new Answers(answers);
    }

    public static CaseState state(Map<String, String> cells) {
        return CLOSED.contains(cells.getOrDefault(STATUS, "")) ? CaseState.CLOSED : CaseState.OPEN;
    }

    /** The cells of a file's record: only the groups that may go out. */
    public static Map<String, String> cells(
            CaseState state, Answers answers, Imported imported, Set<FieldGroup> groups) {
        Map<String, String> cells = new LinkedHashMap<>();
        imported.cells().forEach((field, cell) -> {
            if (Homes.goesOut(field, groups)) {
                cells.put(field, cell);
            }
        });
        Answers said = answers(cells);
        if (groups.contains(FieldGroup.IDENTITY) && !answers.given(Field.NAME).equals(said.given(Field.NAME))) {
            cells.keySet().removeAll(NAME_PARTS);
            answers.given(Field.NAME).ifPresent(name -> cells.put(NAME_PARTS.getFirst(), name));
        }
        if (groups.contains(FieldGroup.IDENTITY)) {
            answers.given(Field.BIRTH).map(DatedText::read).ifPresent(born -> birth(cells, born));
        }
        if (groups.contains(FieldGroup.NEEDS)) {
            languages(cells, answers, said);
            status(cells, state, answers, said);
        }
        return cells;
    }

    /** The standard knows whole days only; a day that came in stands as long as it lies within what was told. */
    private static void birth(Map<String, String> cells, Dated told) {
        Optional<LocalDate> came = day(cells.getOrDefault(BIRTH, ""));
        if (told.precision() == Dated.Precision.DAY) {
            cells.put(BIRTH, told.from().toString());
        } else if (came.filter(day -> !day.isBefore(told.from()) && !day.isAfter(told.to()))
                .isEmpty()) {
            cells.remove(BIRTH);
        }
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static void languages(Map<String, String> cells, Answers answers, Answers said) {
        Optional<String> now = answers.given(Field.LANGUAGES);
        if (now.equals(said.given(Field.LANGUAGES))) {
            return;
        }
        cells.keySet().removeAll(TONGUES);
        // Of two languages nobody said which is the first: only a single one has its place.
        now.map(Field.LANGUAGES::codes)
                .filter(codes -> codes.size() == 1)
                .ifPresent(codes -> cells.put(TONGUES.getFirst(), Tongues.theirs(codes.getFirst())));
    }

    private static void status(Map<String, String> cells, CaseState state, Answers answers, Answers said) {
        boolean closed = state == CaseState.CLOSED;
        boolean moved =
                answers.given(Field.CLOSING_REASON).filter(TRANSFERRED::equals).isPresent();
        boolean saidMoved = said.given(Field.CLOSING_REASON).isPresent();
        boolean holds = cells.containsKey(STATUS) && state(cells) == state && (!closed || moved == saidMoved);
        if (!holds) {
            cells.put(STATUS, closed ? moved ? "ClosedReferred" : "Closed" : "Active");
        }
        if (closed && !answers.given(Field.CLOSING_WORDS).equals(answers(cells).given(Field.CLOSING_WORDS))) {
            cells.remove(CLOSING);
            answers.given(Field.CLOSING_WORDS).ifPresent(words -> cells.put(CLOSING, words));
        }
    }

    private static String joined(Map<String, String> cells) {
        return NAME_PARTS.stream()
                .map(part -> cells.getOrDefault(part, "").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Words that fit into a field of ours; longer ones stay in the record as they came. */
    private static Optional<String> words(String text) {
        return Stream.of(text.strip())
                .filter(words -> !words.isEmpty() && words.length() <= Field.WORDS_MAX)
                .findFirst();
    }
}
