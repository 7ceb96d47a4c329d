package org.fourfold.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {

    private static final List<String> SMALL = List.of(
            "model people 3",
            "id rec_id | id   # what a record is called",
            "field name person given=nombres surnames=apellidos",
            "field born date dob",
            "compare name.given1 same rare, near .88, swapped name.given2 rare",
            "block born~whole + {name.surname1~sound name.surname2~sound} at-most 50",
            "cluster edge=2 against=.1");

    @Test
    void aModelIsReadAsItIsWritten() {
        LinkageModel model = ModelReader.read("people.model", SMALL);

        assertThat(model.name()).isEqualTo("people");
        assertThat(model.ids()).containsExactly("rec_id", "id");
        assertThat(model.comparisons().getFirst().levels())
                .containsExactly(
                        new Level(Level.Kind.SAME, 0, "", true),
                        new Level(Level.Kind.NEAR, 0.88, "", false),
                        new Level(Level.Kind.SWAPPED, 0, "name.given2", true),
                        Level.OTHERWISE);
        assertThat(model.blocks().getFirst())
                .hasToString("born~whole + {name.surname1~sound name.surname2~sound} at-most 50");
        assertThat(model.clustering().edge()).isEqualTo(2);
        assertThat(model.clustering().mean()).isEqualTo(Clustering.USUAL.mean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons", "persons-few"})
    void whatIsShippedCanBeReadAndKnowsNeitherNationalityNorMigration(String name) {
        LinkageModel model = ModelReader.shipped(name);

        assertThat(model.name()).isEqualTo(name);
        assertThat(model.fields().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("nation", "nacional", "migra", "citizen", "ciudadan", "ethn", "etni", "relig");
    }

    @Test
    void interactionsNameComparisonsAndTheirLevels() {
        LinkageModel model = ModelReader.read(
                "people.model",
                Stream.concat(
                                SMALL.stream(),
                                Stream.of(
                                        "compare born same, years 2, years 14",
                                        "block born~whole + name.given1",
                                        "together kin born same + name.given1 same",
                                        "rarity clusters"))
                        .toList());

        Interaction kin = model.interactions().getFirst();
        assertThat(kin.conditions())
                .containsExactly(
                        new Interaction.Condition(1, "born", Set.of(1)),
                        new Interaction.Condition(0, "name.given1", Set.of(1)));
        assertThat(model.showing(kin))
                .hasValueSatisfying(rule -> assertThat(rule).hasToString("born~whole + name.given1"));
        assertThat(model.counting()).isEqualTo(Counting.CLUSTERS);
    }

    @Test
    void anInteractionThatNoRuleShowsCannotBeLearnt() {
        List<String> lines = Stream.concat(
                        SMALL.stream(), Stream.of("compare born same", "together twins born same + name.given1 near"))
                .toList();

        assertThatThrownBy(() -> ModelReader.read("people.model", lines))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"together twins\" cannot be learnt")
                .hasMessageContaining("Add a \"train\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "blok born # \"blok\" is no statement",
                "field x colour y # \"colour\" is no kind of field",
                "field x person y # a person has parts",
                "compare name.given3 same # no field above has \"name.given3\"",
                "compare born nearly 3 # \"nearly\" is no level",
                "compare born near much # \"much\" is no number",
                "block # a rule needs a part",
                "block born~first # say how many",
                "block born~smell # \"~smell\" is nothing",
                "cluster speed=3 # \"speed\" is nothing",
                "rarity people # write: rarity records, or rarity clusters",
                "together # write: together NAME SLOT LEVEL",
                "together kin born same # one comparison alone is no interaction",
                "together kin born same + born same # \"born\" stands in it twice",
                "together kin born same + name.given1 same # no \"compare name.given1\" stands above",
                "together kin born near + name.given1 same # \"near\" is no level of compare born"
            })
    void aLineThatCannotBeReadSaysWhichAndWhy(String line, String reason) {
        List<String> lines =
                List.of("model m 1", "field name person full=n", "field born date dob", "compare born same", line);

        assertThatThrownBy(() -> ModelReader.read("m.model", lines))
                .isInstanceOf(ModelProblem.class)
                .hasMessageStartingWith("m.model:5: ")
                .hasMessageContaining(reason.strip());
    }
}
