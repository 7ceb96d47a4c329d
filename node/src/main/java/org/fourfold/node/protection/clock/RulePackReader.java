package org.fourfold.node.protection.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.clock.WorkingDays.RestDay;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one pack and refuses what is not whole: both languages, a citation, a validity, an id of its own, a start that is
 * known, a positive time, steps in order, and facts that whoever sees the clock may see. All faults are told at once.
 */
final class RulePackReader {

    /** More than a country's pack ever holds. */
    static final int RULES_MAX = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[a-z]{2}\\.[a-z0-9-]{2,40}");
    private static final Pattern JURISDICTION = Pattern.compile("[a-z]{2}");

    private final PackJson json;

    private RulePackReader(String file) {
        this.json = new PackJson(file);
    }

    /** Throws UnreadableRulesException with every fault. */
    static RulePack read(String file, byte[] bytes) {
        try {
            return new RulePackReader(file).read(JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new UnreadableRulesException(List.of(file + ": not JSON"));
        }
    }

    private RulePack read(JsonNode pack) {
        String jurisdiction = json.text(pack, "jurisdiction");
        if (!JURISDICTION.matcher(jurisdiction).matches()) {
            json.fault("jurisdiction", "two small letters are expected");
        }
        String version = json.date(pack, "version").toString();
        Words name = json.words(pack, "name");
        WorkingDays workingDays = workingDays(pack);
        List<Rule> rules = rules(pack, jurisdiction);
        if (!json.faults().isEmpty()) {
            throw new UnreadableRulesException(json.faults());
        }
        return new RulePack(jurisdiction, version, name, rules, workingDays);
    }

    private List<Rule> rules(JsonNode pack, String jurisdiction) {
        JsonNode list = pack.path("rules");
        if (!list.isArray() || list.isEmpty() || list.size() > RULES_MAX) {
            json.fault("rules", "a list of 1 to " + RULES_MAX + " rules is expected");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode one : list) {
            String id = one.path("id").asString("");
            json.in(id);
            if (!ID.matcher(id).matches() || !id.startsWith(jurisdiction + ".")) {
                json.fault("id", jurisdiction + ". and small letters, digits or hyphens are expected");
            }
            if (!ids.add(id)) {
                json.fault("id", "another rule has it too");
            }
            rules.add(rule(id, one));
        }
        json.in("");
        return rules;
    }

    private Rule rule(String id, JsonNode one) {
        if (!one.path("review").asString("").equals("none")) {
            json.fault("review", "a pack is reviewed where it is used: none is expected");
        }
        FieldGroup group = json.constant(one, "group", FieldGroup.class, FieldGroup.SAFETY);
        FactKind start = json.kind(one.path("start"), "start");
        Time time = time(one.path("time"));
        Set<FactKind> stops = EnumSet.noneOf(FactKind.class);
        one.path("stops").forEach(stop -> stops.add(json.kind(stop, "stops")));
        Rule.Kind kind = json.constant(one, "kind", Rule.Kind.class, Rule.Kind.DEADLINE);
        if (stops.isEmpty() && kind == Rule.Kind.DEADLINE) {
            json.fault("stops", "a deadline that nothing stops");
        }
        Rule.Whom whom = json.constant(one, "for", Rule.Whom.class, Rule.Whom.ANYBODY);
        visible(group, start, stops, whom, time);
        LocalDate from = json.date(one, "validFrom");
        Optional<LocalDate> to = json.optionalDate(one, "validTo");
        if (to.isPresent() && to.get().isBefore(from)) {
            json.fault("validTo", "before validFrom");
        }
        return new Rule(
                id,
                kind,
                json.words(one, "title"),
                json.words(one, "why"),
                json.text(one, "citation"),
                json.date(one, "lawDate"),
                json.words(one, "source"),
                retrieved(one),
                from,
                to,
                group,
                start,
                time,
                stops,
                whom,
                escalation(one, group),
                json.words(one, "proof"));
    }

    /** Whoever sees a clock must be allowed to see every fact it is reckoned from. */
    private void visible(FieldGroup group, FactKind start, Set<FactKind> stops, Rule.Whom whom, Time time) {
        Set<FieldGroup> needed = EnumSet.of(start.group());
        stops.forEach(stop -> needed.add(stop.group()));
        if (whom == Rule.Whom.MINOR_AT_START || time instanceof Time.BeforeBirthday) {
            needed.add(FieldGroup.IDENTITY);
        }
        Set<FieldGroup> seen = switch (group) {
            case SAFETY -> EnumSet.of(FieldGroup.SAFETY, FieldGroup.IDENTITY);
            case LEGAL -> EnumSet.of(FieldGroup.LEGAL);
            case IDENTITY, CONTACT, NEEDS, HEALTH, NARRATIVE, NOTES, DURESS -> EnumSet.noneOf(FieldGroup.class);
        };
        if (!seen.containsAll(needed)) {
            json.fault("group", "the facts live in " + needed);
        }
    }

    private Time time(JsonNode node) {
        List<String> names = node.isObject()
                ? node.properties().stream().map(java.util.Map.Entry::getKey).toList()
                : List.of(node.asString(""));
        String unit = names.stream()
                .filter(name -> !name.equals("firstDayCounts"))
                .findFirst()
                .orElse("");
        int count = node.isObject() ? node.path(unit).asInt(0) : 1;
        if (count < 1 || count > Time.COUNT_MAX) {
            json.fault("time", "1 to " + Time.COUNT_MAX + " is expected");
            return new Time.AtOnce();
        }
        boolean first = node.path("firstDayCounts").asBoolean(false);
        return switch (unit) {
            case "at-once" -> new Time.AtOnce();
            case "stated" -> new Time.Stated();
            case "hours" -> new Time.Hours(count);
            case "days" -> new Time.Span(Period.ofDays(count), first);
            case "months" -> new Time.Span(Period.ofMonths(count), first);
            case "years" -> new Time.Span(Period.ofYears(count), first);
            case "workingDays" -> new Time.Working(count);
            case "beforeBirthday" -> new Time.BeforeBirthday(count);
            case "beforeTheirBirthday" -> new Time.BeforeTheirBirthday(count);
            default -> {
                json.fault("time", "an unknown unit");
                yield new Time.AtOnce();
            }
        };
    }

    private List<Rule.Step> escalation(JsonNode one, FieldGroup group) {
        List<Rule.Step> steps = new ArrayList<>();
        for (JsonNode step : one.path("escalation")) {
            Rule.Desk desk = json.constant(step, "desk", Rule.Desk.class, Rule.Desk.SUPERVISOR);
            Duration before = duration(step);
            if (!steps.isEmpty() && steps.getLast().before().compareTo(before) < 0) {
                json.fault("escalation", "a later step begins earlier");
            }
            if (steps.stream().anyMatch(earlier -> earlier.desk() == desk)) {
                json.fault("escalation", "one desk twice");
            }
            boolean fits = (group == FieldGroup.LEGAL) == (desk == Rule.Desk.LAWYER_OF_FILE);
            if (desk != Rule.Desk.SUPERVISOR && !fits) {
                json.fault("escalation", desk + " does not see this clock");
            }
            steps.add(new Rule.Step(desk, before));
        }
        return steps;
    }

    private Duration duration(JsonNode step) {
        try {
            Duration before = Duration.parse(step.path("before").asString(""));
            if (!before.isNegative()) {
                return before;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with what is negative.
        }
        json.fault("escalation", "before: a length of time such as P14D or PT6H is expected");
        return Duration.ZERO;
    }

    /** A month or a day; null says that the text itself was not read. */
    private Optional<String> retrieved(JsonNode one) {
        JsonNode node = one.get("retrieved");
        if (node == null) {
            json.fault("retrieved", "missing: null where the text was not read");
            return Optional.empty();
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        String text = node.asString("");
        boolean month = text.length() == 7 && PackJson.parsed(() -> YearMonth.parse(text)) != null;
        if (!month && PackJson.parsed(() -> LocalDate.parse(text)) == null) {
            json.fault("retrieved", "a month or a day is expected");
        }
        return Optional.of(text);
    }

    private WorkingDays workingDays(JsonNode pack) {
        List<RestDay> days = new ArrayList<>();
        for (JsonNode one : pack.path("restDays")) {
            int month = one.path("month").asInt(0);
            int day = one.path("day").asInt(0);
            int monday = one.path("monday").asInt(0);
            int every = one.path("everyYears").asInt(1);
            boolean whole =
                    month >= 1 && month <= 12 && every >= 1 && day >= 0 && day <= 31 && monday >= 0 && monday <= 5;
            if (!whole || (day == 0) == (monday == 0)) {
                json.fault("restDays", "a month with a day or the number of a Monday is expected");
            }
            if (json.text(one, "citation").isEmpty()) {
                break;
            }
            days.add(new RestDay(
                    month, day, monday, Math.max(1, every), json.date(one, "from"), json.optionalDate(one, "to")));
        }
        return new WorkingDays(days);
    }
}
