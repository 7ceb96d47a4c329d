package org.fourfold.node.protection.htcds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Imported;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what was told meets what came in, on the way out. */
class MappingTest {

    @ParameterizedTest(name = "told {0}, came in {1}: goes out {2}")
    @CsvSource({
        "1990-05-01, '', 1990-05-01",
        "1990-05-02, 1990-05-01, 1990-05-02",
        "'', 1990-05-01, 1990-05-01",
        "1990, 1990-05-01, 1990-05-01",
        "1990-06, 1990-05-01, ''",
        "1985/1989, 1990-05-01, ''",
        "1990, '', ''",
        "1990, unreadable, ''",
    })
    void theDayOfBirthGoesOutWhereItIsKnownToTheDay(String told, String came, String out) {
        Answers answers = told.isEmpty() ? Answers.NONE : new Answers(Map.of(Field.BIRTH, new Answer.Given<>(told)));
        Imported imported = came.isEmpty() ? Imported.NONE : new Imported(Map.of("prs_Birthdate", came));
        Map<String, String> cells = Mapping.cells(CaseState.OPEN, answers, imported, Set.of(FieldGroup.IDENTITY));
        assertThat(cells.getOrDefault("prs_Birthdate", "")).isEqualTo(out);
        assertThat(Mapping.cells(CaseState.OPEN, answers, Imported.NONE, Set.of(FieldGroup.NEEDS)))
                .doesNotContainKey("prs_Birthdate");
    }
}
