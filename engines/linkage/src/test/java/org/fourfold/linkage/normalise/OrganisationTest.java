package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Transportes El Sol, S.A. | transportes sol | [SA]",
                "TRANSPORTES EL SOL SOCIEDAD ANÓNIMA | transportes sol | [SA]",
                "Transportes El Sol S. A. de C. V. | transportes sol | [SA DE CV]",
                "Transportes El Sol, Sociedad Anónima de Capital Variable | transportes sol | [SA DE CV]",
                "Maquila del Norte S. de R.L. de C.V. | maquila norte | [S DE RL DE CV]",
                "Inversiones Lempira S. de R.L. | inversiones lempira | [S DE RL]",
                "Inversiones Lempira, Sociedad de Responsabilidad Limitada | inversiones lempira | [S DE RL]",
                "Pérez y Compañía Limitada | perez | [LTDA]",
                "Agroexportadora Maya, Ltda. | agroexportadora maya | [LTDA]",
                "Sunshine Staffing, Inc. | sunshine staffing | [INC]",
                "Sunshine Staffing L.L.C. | sunshine staffing | [LLC]",
                "Sunshine Corp | sunshine | [CORP]",
                "Siemens Aktiengesellschaft | siemens | [AG]",
                "Siemens AG | siemens | [AG]",
                "Müller GmbH & Co. KG | muller | [GMBH]",
                "S.R.L. CON TRAFFIC | traffic | [S DE RL]",
                "Societatea cu Răspundere Limitată PRO TRAFFIC | pro traffic | [S DE RL]",
                "ООО \"АЯС 2000\" | aas 2000 | [OOO]",
                "AC Motores | ac motores | []",
                "A & B Motors | a b motors | []",
                "S.A. | sa | []",
                "Banco Agrario S A | banco agrario | [SA]",
                "Estate Partners V L.P. | estate partners v | [LP]",
                "OJSC Gazprom | gazprom | [JSC]",
                "Banco de la República | banco republica | []",
            })
    void theLegalFormIsTakenOff(String raw, String words, String forms) {
        Organisation organisation = Organisation.of(raw);
        assertThat(organisation.folded()).isEqualTo(words);
        assertThat(organisation.legalForms()).hasToString(forms);
    }

    @Test
    void anAcronymIsStatedOrMade() {
        assertThat(Organisation.of("Policía Nacional Civil (PNC)").acronyms()).containsExactly("pnc");
        assertThat(Organisation.of("Ministerio Público (M.P.)").acronyms()).containsExactly("mp");
        assertThat(Organisation.of("Instituto Nacional de Migración").acronyms())
                .containsExactly("inm");
        assertThat(Organisation.of("Bowne Solutions (Sweden) AB").words())
                .containsExactly("bowne", "solutions", "sweden");
        assertThat(Organisation.of("Hotel").acronyms()).isEmpty();
    }

    @Test
    void theBagHasNoOrder() {
        assertThat(Organisation.of("Hotel Bar El Sol").bag())
                .isEqualTo(Organisation.of("Bar Hotel Sol, S.A.").bag());
    }

    @Test
    void theNativeNameIsKept() {
        assertThat(Organisation.of("ООО АЯС").nativeText()).contains("ООО АЯС");
        assertThat(Organisation.of("Compañía X").nativeText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N/A", "-", "ninguna"})
    void nothingHasNoWords(String raw) {
        assertThat(Organisation.of(raw).words()).isEmpty();
        assertThat(Organisation.of(raw).raw()).isEqualTo(raw);
    }

    @Test
    void anEndlessNameIsBounded() {
        assertThat(Organisation.of("sol s.a. ".repeat(100_000)).words())
                .hasSizeLessThanOrEqualTo(Organisation.WORDS_MAX);
    }
}
