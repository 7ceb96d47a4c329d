package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

    @ParameterizedTest
    @CsvSource({
        "P-123ABC, GT, P123ABC, LDDDLLL",
        "placa p 123 abc, GT, P123ABC, LDDDLLL",
        "MI-012BBC, GT, MI012BBC, LLDDDLLL",
        "HAA 1234, HN, HAA1234, LLLDDDD",
        "P 123-456, SV, P123456, LDDDDDD",
        "P 5A1-B2C, SV, P5A1B2C, LDLDLDL",
        "ABC-123-D, MX, ABC123D, LLLDDDL",
        "7ABC123, US, 7ABC123, DLLLDDD",
    })
    void aPlateFitsItsCountrysForm(String raw, String country, String text, String form) {
        Plate plate = Plate.of(raw, country);
        assertThat(plate.text()).isEqualTo(text);
        assertThat(plate.form()).contains(form);
    }

    @Test
    void signsThatLookAlikeHaveOneKey() {
        assertThat(Plate.of("P-O12BIS", "GT").lookAlike())
                .isEqualTo(Plate.of("P-012815", "GT").lookAlike())
                .isEqualTo("P012815");
        assertThat(Plate.of("P-O12BIS", "GT").text())
                .isNotEqualTo(Plate.of("P-012815", "GT").text());
        assertThat(Plate.of("P123ABC", "GT").lookAlike())
                .isNotEqualTo(Plate.of("P124ABC", "GT").lookAlike());
    }

    @Test
    void aPlateOfNoFormIsKept() {
        assertThat(Plate.of("123ABCD", "GT").text()).isEqualTo("123ABCD");
        assertThat(Plate.of("123ABCD", "GT").form()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no tiene", "sin datos", "-", "1", "000000", "una frase que no es ninguna placa"})
    void whatIsNoPlateStaysRaw(String raw) {
        assertThat(Plate.of(raw, "GT").isPresent()).isFalse();
        assertThat(Plate.of(raw, "GT").raw()).isEqualTo(raw);
    }
}
