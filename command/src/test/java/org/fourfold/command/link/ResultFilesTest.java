package org.fourfold.command.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fourfold.linkage.table.ByteStrings;
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
        assertThat(written(rows -> rows.cell(text))).isEqualTo(written);
        assertThat(written(rows -> {
                    ByteStrings strings = new ByteStrings();
                    rows.cell(strings, strings.add(text));
                }))
                .isEqualTo(written);
    }

    @Test
    void nothingIsLostWhereTheBufferEnds() {
        ByteStrings strings = new ByteStrings();
        int wide = strings.add("x".repeat(200_000));
        int narrow = strings.add("y".repeat(1_000));
        String written = written(rows -> {
            for (int i = 0; i < 100; i++) {
                rows.cell(strings, narrow);
                rows.comma();
                rows.hundredths(i);
                rows.end();
            }
            rows.cell(strings, wide);
        });
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            expected.append("y".repeat(1_000)).append(',').append(i).append(".00\n");
        }
        assertThat(written).isEqualTo(expected.append("x".repeat(200_000)).toString());
    }

    private static String written(double bits) {
        return written(rows -> rows.hundredths(bits));
    }

    private interface Writing {
        void to(CsvRows rows) throws IOException;
    }

    private static String written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvRows rows = new CsvRows(bytes)) {
            writing.to(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
