package org.fourfold.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LegalStandard;
import org.fourfold.node.protection.LegalStandards;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.TraffickingElement;
import org.fourfold.node.protection.Worded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what this release ships with; a fault in it stops the node, not a conversation. */
public final class InstrumentsEdition {

    /** Versions in use and before; a conversation held with one is read with it. */
    private static final List<String> INSTRUMENTS = List.of("first-contact-1");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InstrumentsEdition() {}

    public static Instruments read() {
        return new Instruments(
                INSTRUMENTS.stream().map(name -> instrument(json(name))).toList(),
                tests(json("tests")),
                elements(json("reporting").required("countries")).stream()
                        .map(InstrumentsEdition::reporting)
                        .toList());
    }

    private static ScreeningInstrument instrument(JsonNode node) {
        return new ScreeningInstrument(
                text(node, "id"),
                text(node, "version"),
                worded(node.required("title")),
                worded(node.required("about")),
                elements(node.required("follows")).stream()
                        .map(JsonNode::asString)
                        .toList(),
                elements(node.required("indicators")).stream()
                        .map(InstrumentsEdition::indicator)
                        .toList());
    }

    private static ScreeningInstrument.Indicator indicator(JsonNode node) {
        return new ScreeningInstrument.Indicator(
                text(node, "id"),
                FieldGroup.valueOf(text(node, "group")),
                Field.Kind.valueOf(text(node, "kind")),
                worded(node.required("ask")),
                node.has("hint") ? worded(node.required("hint")) : new Worded("", ""),
                elements(node.path("options")).stream()
                        .map(option ->
                                new ScreeningInstrument.Option(text(option, "code"), worded(option), signs(option)))
                        .toList());
    }

    private static Set<TraffickingElement> signs(JsonNode option) {
        Set<TraffickingElement> signs = EnumSet.noneOf(TraffickingElement.class);
        elements(option.path("signs")).forEach(sign -> signs.add(TraffickingElement.valueOf(sign.asString())));
        return signs;
    }

    private static LegalStandards tests(JsonNode node) {
        Map<LegalStandard, LegalStandards.Words> tests = new EnumMap<>(LegalStandard.class);
        for (LegalStandard test : LegalStandard.values()) {
            JsonNode words = node.required("tests").required(test.name());
            Map<TraffickingElement, Worded> elements = new EnumMap<>(TraffickingElement.class);
            test.elements().forEach(element -> elements.put(element, worded(words.required(element.name()))));
            tests.put(
                    test,
                    new LegalStandards.Words(
                            worded(words.required("title")),
                            text(words, "cite"),
                            worded(words.required("child")),
                            elements));
        }
        return new LegalStandards(
                text(node, "version"),
                LocalDate.parse(text(node, "retrieved")),
                text(node, "review"),
                tests,
                elements(node.required("national")).stream()
                        .map(InstrumentsEdition::national)
                        .toList());
    }

    private static LegalStandards.National national(JsonNode node) {
        Map<TraffickingElement, Worded> elements = new EnumMap<>(TraffickingElement.class);
        elements(node.required("elements"))
                .forEach(one -> elements.put(TraffickingElement.valueOf(text(one, "as")), worded(one)));
        return new LegalStandards.National(
                text(node, "country"),
                worded(node.required("title")),
                text(node, "cite"),
                worded(node.required("child")),
                worded(node.required("read")),
                retrieved(node),
                text(node, "review"),
                elements);
    }

    /** Empty where nothing of the law was read. */
    private static Optional<LocalDate> retrieved(JsonNode node) {
        JsonNode day = node.required("retrieved");
        return day.isNull() ? Optional.empty() : Optional.of(LocalDate.parse(day.asString()));
    }

    private static LegalStandards.Reporting reporting(JsonNode node) {
        return new LegalStandards.Reporting(
                text(node, "country"),
                retrieved(node),
                text(node, "review"),
                node.has("read") ? Optional.of(worded(node.required("read"))) : Optional.empty(),
                elements(node.required("lines")).stream()
                        .map(line -> new LegalStandards.Reporting.Line(worded(line), text(line, "cite")))
                        .toList());
    }

    private static Worded worded(JsonNode node) {
        return new Worded(text(node, "es"), text(node, "en"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static JsonNode json(String name) {
        String resource = "/identification/" + name + ".json";
        try (var stream = Objects.requireNonNull(InstrumentsEdition.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
