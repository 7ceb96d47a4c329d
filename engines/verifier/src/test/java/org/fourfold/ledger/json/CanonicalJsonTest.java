package org.fourfold.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.ledger.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void thePublishedCasesComeOutByteForByte() throws IOException {
        Path folder = Vectors.require("jcs-rfc8785/testdata");
        try (Stream<Path> inputs = Files.list(folder.resolve("input"))) {
            List<Path> all = inputs.sorted().toList();
            assertThat(all).hasSize(6);
            for (Path input : all) {
                byte[] expected = Files.readAllBytes(folder.resolve("output").resolve(input.getFileName()));
                byte[] written = CanonicalJson.write(
                        CanonicalJson.read(Files.readAllBytes(input)).orElseThrow());
                assertThat(written).as(input.toString()).isEqualTo(expected);
                assertThat(CanonicalJson.readCanonical(expected)).isPresent();
            }
        }
    }

    /** RFC 8785, appendix B: the bits of a double and how it is written. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbersAreWrittenAsTheStandardShows(String bits, String written) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.write(new JsonValue.JsonNumber(number)))
                .asString()
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "01",
                "1e999",
                "\"\\ud800\"",
                "\"\\x\"",
                "nul",
                "1 2",
                "{a:1}",
                "\"\t\"",
                "-",
                "1.",
                ".5",
                "+1",
                "'a'"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aDepthWithoutEndIsRefusedAndNotFollowed() {
        assertThat(CanonicalJson.read("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void otherSpellingsOfTheSameValueAreNotCanonical() {
        for (String other : List.of("{\"b\":1,\"a\":2}", "{ \"a\":1}", "1.0", "\"\\u0061\"", "1E2")) {
            byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
            assertThat(CanonicalJson.read(bytes)).as(other).isPresent();
            assertThat(CanonicalJson.readCanonical(bytes)).as(other).isEmpty();
        }
    }
}
