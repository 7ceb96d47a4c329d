package org.fourfold.node.prosecution.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prosecution.tables.PropertyMapping.Source;
import org.junit.jupiter.api.Test;

/** A mapping's JSON: what is written is read back, and a slip is refused by its place. */
class MappingJsonTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(20261126);
        for (int round = 0; round < 300; round++) {
            Mapping mapping = any(random);
            assertThat(MappingJson.read(MappingJson.write(mapping)))
                    .as("round %d", round)
                    .isEqualTo(mapping);
        }
    }

    @Test
    void everySlipIsNamedByItsPlace() {
        String text = """
                {"format":"fourfold-mapping-1","name":"x","headerRow":7.5,"dateOrder":"day","colour":"red","country":"zz",
                 "entities":{"a":{"schema":"Person","keys":["n"],"properties":{"name":{"column":"n","literal":"x"},
                 "phone":{"columm":"t"}}}}}
                """;
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> MappingJson.read(text));
        assertThat(refused.problems())
                .extracting(problem ->
                        problem.code().substring(26) + " " + problem.details().get("place"))
                .containsExactlyInAnyOrder(
                        "unknown colour",
                        "value dateOrder",
                        "value country",
                        "value headerRow",
                        "source entities.a.properties.name",
                        "unknown entities.a.properties.phone.columm",
                        "source entities.a.properties.phone");
    }

    @Test
    void whatIsNoMappingIsRefused() {
        for (String text : List.of("", "[1]", "{}", "{\"format\":\"fourfold-mapping-2\"}", "{\"format\":")) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> MappingJson.read(text)))
                    .as(text)
                    .isNotNull();
        }
    }

    private static Mapping any(Random random) {
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Map<String, PropertyMapping> properties = new LinkedHashMap<>();
            for (int j = 0; j < random.nextInt(4); j++) {
                properties.put(word(random) + j, property(random));
            }
            entities.put(word(random) + i, new EntityMapping(word(random), words(random), maybe(random), properties));
        }
        return new Mapping(
                word(random),
                maybe(random),
                random.nextInt(1_000),
                random.nextBoolean()
                        ? Optional.of(List.of(DateOrder.values()).get(random.nextInt(DateOrder.values().length)))
                        : Optional.empty(),
                random.nextBoolean() ? Optional.of("gt") : Optional.empty(),
                random.nextBoolean() ? Optional.of(random.nextBoolean() ? '.' : ',') : Optional.empty(),
                random.nextBoolean(),
                entities);
    }

    private static PropertyMapping property(Random random) {
        Source source = switch (random.nextInt(4)) {
            case 0 -> new Source.Columns(words(random), maybe(random));
            case 1 -> new Source.Template("{" + word(random) + "}");
            case 2 -> new Source.Literal(word(random));
            default -> new Source.Entity(word(random));
        };
        return new PropertyMapping(source, maybe(random), random.nextBoolean(), random.nextBoolean(), maybe(random));
    }

    private static List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            words.add(word(random));
        }
        return words;
    }

    private static Optional<String> maybe(Random random) {
        return random.nextBoolean() ? Optional.of(word(random)) : Optional.empty();
    }

    private static String word(Random random) {
        String letters = "añ\"\\{} .\u0000😀\n";
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(letters.codePointCount(0, letters.length()));
            word.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
        }
        return word.toString();
    }
}
