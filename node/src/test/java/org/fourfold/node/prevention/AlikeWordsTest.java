package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model of incidents compares can be said in both languages, and is nothing that must not be compared. */
class AlikeWordsTest {

    private static final String BEGINNING = "prevention.alike.";

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyLevelOfTheModelHasItsWordsAndNoOtherHas(String language) throws java.io.IOException {
        List<String> keys = new ArrayList<>();
        for (Comparison comparison : ModelReader.shipped("incidents").comparisons()) {
            for (int level = 0; level < comparison.levels().size(); level++) {
                keys.add(BEGINNING + comparison.slot() + "-" + level);
            }
        }
        Properties texts = new Properties();
        try (var in =
                AlikeWordsTest.class.getResourceAsStream("/messages/prevention/messages_" + language + ".properties")) {
            texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(texts.stringPropertyNames().stream().filter(key -> key.startsWith(BEGINNING)))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void whereSomebodyCameFromIsNoFeature() {
        for (String model : List.of("incidents", "persons")) {
            assertThat(ModelReader.shipped(model).fields())
                    .flatExtracting(field -> field.inputs().stream()
                            .flatMap(input -> input.columns().stream())
                            .toList())
                    .doesNotContain("origin", "nationality", "nacionalidad", "status", "estatus", "route");
        }
    }
}
