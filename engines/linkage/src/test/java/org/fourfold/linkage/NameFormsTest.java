package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    private final NameForms forms = NameForms.load();

    @ParameterizedTest
    @CsvSource({"chepe, jose", "paco, francisco", "lupita, guadalupe", "chente, vicente", "yesi, jessica", "jose, jose"
    })
    void aFormLeadsToTheNamesItStandsFor(String form, String name) {
        assertThat(forms.namesOf(form)).contains(name);
    }

    @Test
    void aFormOfSeveralNamesLeadsToAFew() {
        assertThat(forms.namesOf("beto")).hasSizeBetween(2, NameForms.NAMES_MAX);
        assertThat(forms.namesOf("xyzxyz")).isEmpty();
        assertThat(forms.namesOf("")).isEmpty();
    }
}
