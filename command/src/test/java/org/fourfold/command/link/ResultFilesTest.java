package org.fourfold.command.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.fourfold.linkage.table.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written into the tables. */
class ResultFilesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "12.3456, 12.35",
        "-6.629, -6.63",
        "-0.05, -0.05",
        "-0.001, 0.00",
        "9.999, 10.00",
        "-100, -100.00"
    })
    void aWeightHasTwoPlacesBehindThePoint(double bits, String written) {
        assertThat(written(bits)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsHalfAHundredthFromTheWeightAtMost() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double bits = (random.nextDouble() - 0.5) * 400;
            assertThat(new BigDecimal(written(bits))
                            .subtract(new BigDecimal(bits))
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.0050001"));
            assertThat(new BigDecimal(written(bits)).setScale(2, RoundingMode.UNNECESSARY))
                    .hasScaleOf(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"plain, plain", "ñandú, ñandú", "|a,b|, |\"a,b\"|", "|say \"x\"|, |\"say \"\"x\"\"\"|"})
    void aCellThatNeedsQuotesHasThem(String text, String written) {
        StringBuilder cell = new StringBuilder();
        CsvText.cell(cell, text);
        assertThat(cell).hasToString(written);
    }

    private static String written(double bits) {
        StringBuilder text = new StringBuilder();
        ResultFiles.hundredths(text, bits);
        return text.toString();
    }
}
