package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource({"JosÃ© MuÃ±oz, José Muñoz", "GÃ¼itz, Güitz", "Kâ€™icheâ€™, K’iche’", "Ã‰rika, Érika"})
    void textReadInTheWrongEncodingIsMended(String raw, String meant) {
        assertThat(Mojibake.mended(raw)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"José Muñoz", "SÃO PAULO", "JOÃO", "Ñuñez", "Мария", "", "Ângela Ñ", "plain", "Ãé"})
    void textThatWasReadRightStays(String raw) {
        assertThat(Mojibake.mended(raw)).isEqualTo(raw);
    }

    /** The JDK's charsets are the oracle: whatever was read wrongly by one of them is read back. */
    @Test
    void whatTheJdkReadsWronglyIsReadBack() {
        Random lot = new Random(12);
        for (Charset wrong : new Charset[] {StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")}) {
            for (int i = 0; i < 5_000; i++) {
                StringBuilder name = new StringBuilder("ñ");
                for (int n = lot.nextInt(8); n > 0; n--) {
                    name.append("aeiouñáéíóúüÑÉÓÜz -".charAt(lot.nextInt(19)));
                }
                String read = new String(name.toString().getBytes(StandardCharsets.UTF_8), wrong);
                assertThat(Mojibake.mended(read)).isEqualTo(name.toString());
            }
        }
    }
}
