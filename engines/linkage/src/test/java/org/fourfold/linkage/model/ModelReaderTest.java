package org.fourfold.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void aFieldMayHaveSeveralValuesInACellAndInItsColumns() {
        List<String> lines = List.of(
                "model m 1",
                "field phone phone telefono|celular many=;/",
                "field plate plate placa|placa2 many",
                "field name word name",
                "compare phone same",
                "block phone");
        LinkageModel model = ModelReader.read("m.model", lines);

        FieldModel phone = model.fields().getFirst();
        assertThat(phone.isMany()).isTrue();
        assertThat(phone.separators()).isEqualTo(";/");
        List<String> columns = List.of("x", "celular", "telefono");
        assertThat(phone.read(phone.inputs().getFirst(), columns)).containsExactly("telefono", "celular");
        assertThat(model.fields().get(1).separators()).isEmpty();
        FieldModel name = model.fields().get(2);
        assertThat(name.isMany()).isFalse();
        List<String> swapped = new java.util.ArrayList<>(lines);
        swapped.add("compare name same, swapped phone");
        assertThatThrownBy(() -> ModelReader.read("m.model", swapped))
                .hasMessageContaining("swapped-several {word=name}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons", "persons-few"})
    void whatIsShippedCanBeReadAndKnowsNeitherNationalityNorMigration(String name) {
        LinkageModel model = ModelReader.shipped(name);

        assertThat(model.name()).isEqualTo(name);
        assertThat(model.fields().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("nation", "nacional", "migra", "citizen", "ciudadan", "ethn", "etni", "relig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "blok born # unknown-statement {word=blok}",
                "field x colour y # unknown-kind {known=person",
                "field x person y # kind-of-parts {word=person}",
                "compare name.given3 same # word=name.given3}",
                "compare born nearly 3 # unknown-level {word=nearly}",
                "compare born near much # no-number {word=much}",
                "block # empty-rule",
                "block born~first # no-length {word=born~first}",
                "block born~smell # unknown-derivation {word=~smell}",
                "cluster speed=3 # unknown-clustering {word=speed}",
                "field p phone t many= # unknown-separator",
                "field p phone t many=x # unknown-separator",
                "field p person full=t many=; # kind-of-one-value {word=person}",
                "field p place town=t many # kind-of-one-value {word=place}",
                "field p phone many # kind-of-one-column {word=phone}"
            })
    void aLineThatCannotBeReadSaysWhichAndWhy(String line, String reason) {
        List<String> lines = List.of("model m 1", "field name person full=n", "field born date dob", line);

        assertThatThrownBy(() -> ModelReader.read("m.model", lines))
                .isInstanceOf(ModelProblem.class)
                .hasMessageStartingWith("m.model:4: ")
                .hasMessageContaining(reason.strip());
    }
}
