package org.fourfold.node.prevention.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.IncidentFilter;
import org.fourfold.node.registry.PlaceCode;

/**
 * What the reader typed or followed into the filter: the texts as they came, the filter they make, and what is wrong with
 * them. A part that is wrong filters nothing.
 */
public record FilterForm(
        String place,
        String from,
        String to,
        String kind,
        String source,
        String importId,
        IncidentFilter filter,
        List<Problem> problems) {

    private static final int TEXT_CHARACTERS_MAX = 300;

    static FilterForm of(HttpServletRequest request) {
        List<Problem> problems = new ArrayList<>();
        String place = text(request, "place");
        String from = text(request, "from");
        String to = text(request, "to");
        String kind = text(request, "kind");
        String source = text(request, "source");
        String importId = text(request, "import");
        Optional<LocalDate> first = day(from, "from", problems);
        Optional<LocalDate> last = day(to, "to", problems);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            problems.add(Problem.inField("prevention.filter-order", "to"));
            last = Optional.empty();
        }
        IncidentFilter filter = new IncidentFilter(
                PlaceCode.parse(place), first, last, given(kind), given(source), ImportId.parse(importId));
        return new FilterForm(place, from, to, kind, source, importId, filter, List.copyOf(problems));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > TEXT_CHARACTERS_MAX ? "" : value.strip();
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<LocalDate> day(String text, String field, List<Problem> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            problems.add(Problem.inField("prevention.filter-date", field).with("value", text));
            return Optional.empty();
        }
    }

    /** A path with this filter. */
    public String link(String path) {
        return link(path, Map.of());
    }

    /** A path with this filter, some parts of it replaced; an empty text takes a part away. */
    public String link(String path, Map<String, String> changes) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("place", place);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("kind", kind);
        parts.put("source", source);
        parts.put("import", importId);
        parts.putAll(changes);
        StringBuilder query = new StringBuilder();
        parts.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }
}
