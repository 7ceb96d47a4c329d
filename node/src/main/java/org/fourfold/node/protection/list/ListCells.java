package org.fourfold.node.protection.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.Field;

/** What a cell of a list says as an answer; empty where it is not understood. */
final class ListCells {

    /** Day first, as the region writes it; a year of four digits. */
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");

    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.\\-](\\d{4})");

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;/+&]|\\by\\b|\\band\\b)\\s*");

    private static final Map<String, String> TONGUES = Map.ofEntries(
            Map.entry("espanol", "es"),
            Map.entry("castellano", "es"),
            Map.entry("spanish", "es"),
            Map.entry("mam", "mam"),
            Map.entry("k'iche'", "quc"),
            Map.entry("kiche", "quc"),
            Map.entry("quiche", "quc"),
            Map.entry("q'eqchi'", "kek"),
            Map.entry("qeqchi", "kek"),
            Map.entry("kekchi", "kek"),
            Map.entry("kaqchikel", "cak"),
            Map.entry("cakchiquel", "cak"),
            Map.entry("ixil", "ixl"),
            Map.entry("q'anjob'al", "kjb"),
            Map.entry("qanjobal", "kjb"),
            Map.entry("kanjobal", "kjb"),
            Map.entry("tz'utujil", "tzj"),
            Map.entry("tzutujil", "tzj"),
            Map.entry("tseltal", "tzh"),
            Map.entry("tzeltal", "tzh"),
            Map.entry("tsotsil", "tzo"),
            Map.entry("tzotzil", "tzo"),
            Map.entry("garifuna", "cab"),
            Map.entry("miskito", "miq"),
            Map.entry("misquito", "miq"),
            Map.entry("xinka", "xin"),
            Map.entry("nahuatl", "nah"),
            Map.entry("ingles", "en"),
            Map.entry("english", "en"),
            Map.entry("portugues", "pt"),
            Map.entry("portuguese", "pt"),
            Map.entry("creole", "ht"),
            Map.entry("frances", "fr"),
            Map.entry("french", "fr"),
            Map.entry("lengua de senas", "sign"));

    private static final List<String> YES = List.of("si", "yes", "x", "1", "s", "y", "true");
    private static final List<String> NO = List.of("no", "0", "n", "false");

    private ListCells() {}

    static Optional<String> answer(Field field, String cell) {
        return switch (field) {
            case BIRTH -> date(cell);
            case LANGUAGES -> languages(cell);
            case INTERPRETER -> yesOrNo(cell);
            default -> Optional.of(cell).filter(words -> words.length() <= Field.WORDS_MAX);
        };
    }

    /** As a spreadsheet stores it, or as people of the region write it: 31/12/1990, 12/1990, 1990. */
    private static Optional<String> date(String cell) {
        Matcher day = DAY_FIRST.matcher(cell);
        Matcher month = MONTH.matcher(cell);
        try {
            if (day.matches()) {
                LocalDate read = LocalDate.of(number(day, 3), number(day, 2), number(day, 1));
                return Optional.of(read.toString()).map(ListCells::checked);
            }
            if (month.matches()) {
                return Optional.of("%04d-%02d".formatted(number(month, 2), number(month, 1)))
                        .map(ListCells::checked);
            }
            return Optional.of(checked(cell.length() > 10 ? cell.substring(0, 10) : cell));
        } catch (DateTimeException | NumberFormatException | ProblemException none) {
            return Optional.empty();
        }
    }

    private static String checked(String stored) {
        return DatedText.typed(List.of(stored), "birth")
                .map(DatedText::write)
                .orElseThrow(() -> new DateTimeException("nothing stands there"));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** All of them must be known, or the cell is not understood. */
    private static Optional<String> languages(String cell) {
        List<String> codes = new ArrayList<>();
        for (String one : BETWEEN.split(Target.plain(cell), -1)) {
            String code = TONGUES.get(one.strip());
            if (code == null) {
                return Optional.empty();
            }
            codes.add(code);
        }
        return Field.LANGUAGES.parse(codes);
    }

    private static Optional<String> yesOrNo(String cell) {
        String plain = Target.plain(cell);
        return YES.contains(plain) ? Optional.of("yes") : NO.contains(plain) ? Optional.of("no") : Optional.empty();
    }
}
