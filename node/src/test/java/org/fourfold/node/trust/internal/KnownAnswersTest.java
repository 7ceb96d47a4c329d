package org.fourfold.node.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourfold.node.trust.SealBrokenException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Project Wycheproof's answers, and RFC 5869's first, for what the key tree is built of. */
class KnownAnswersTest {

    private static final HexFormat HEX = HexFormat.of();

    private static byte[] bytes(JsonNode test, String name) {
        return HEX.parseHex(test.get(name).asString());
    }

    /** The tests of a file with their group; skipped, with a word, where the vectors are not beside the project. */
    private static List<Map.Entry<JsonNode, JsonNode>> vectors(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/vectors/wycheproof"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "skipped: ../shared/vectors/wycheproof is not there");
        Path file = Objects.requireNonNull(folder)
                .resolve("shared/vectors/wycheproof")
                .resolve(name);
        List<Map.Entry<JsonNode, JsonNode>> all = new ArrayList<>();
        for (JsonNode group : JsonMapper.shared().readTree(file.toFile()).get("testGroups")) {
            for (JsonNode test : group.get("tests")) {
                all.add(Map.entry(group, test));
            }
        }
        return all;
    }

    @Test
    void hkdfGivesTheFirstAnswerOfItsStandard() {
        byte[] key = Hkdf.derive(
                HEX.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42);

        assertThat(HEX.formatHex(key))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void hkdfGivesWycheproofsAnswers() throws Exception {
        int checked = 0;
        for (var each : vectors("hkdf_sha256_test.json")) {
            JsonNode test = each.getValue();
            int size = test.get("size").asInt();
            if (test.get("result").asString().equals("valid")) {
                assertThat(Hkdf.derive(bytes(test, "ikm"), bytes(test, "salt"), bytes(test, "info"), size))
                        .as("case %s", test.get("tcId"))
                        .isEqualTo(bytes(test, "okm"));
            } else {
                assertThatThrownBy(
                                () -> Hkdf.derive(bytes(test, "ikm"), bytes(test, "salt"), bytes(test, "info"), size))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            checked++;
        }
        assertThat(checked).isEqualTo(86);
    }

    @Test
    void hmacGivesWycheproofsAnswers() throws Exception {
        int checked = 0;
        for (var each : vectors("hmac_sha256_test.json")) {
            JsonNode test = each.getValue();
            byte[] tag = Arrays.copyOf(
                    Hkdf.hmac(bytes(test, "key"), bytes(test, "msg")),
                    each.getKey().get("tagSize").asInt() / 8);
            assertThat(Arrays.equals(tag, bytes(test, "tag")))
                    .as("case %s", test.get("tcId"))
                    .isEqualTo(test.get("result").asString().equals("valid"));
            checked++;
        }
        assertThat(checked).isEqualTo(174);
    }

    @Test
    void aesGcmGivesWycheproofsAnswersForOurSizes() throws Exception {
        int checked = 0;
        for (var each : vectors("aes_gcm_test.json")) {
            JsonNode group = each.getKey();
            JsonNode test = each.getValue();
            if (group.get("keySize").asInt() != 256
                    || group.get("ivSize").asInt() != 96
                    || group.get("tagSize").asInt() != 128) {
                continue;
            }
            byte[] sealed = HEX.parseHex(test.get("iv").asString()
                    + test.get("ct").asString()
                    + test.get("tag").asString());
            if (test.get("result").asString().equals("valid")) {
                assertThat(AesGcm.open(bytes(test, "key"), bytes(test, "aad"), sealed))
                        .isEqualTo(bytes(test, "msg"));
                assertThat(AesGcm.seal(bytes(test, "key"), bytes(test, "iv"), bytes(test, "aad"), bytes(test, "msg")))
                        .isEqualTo(sealed);
            } else {
                assertThatThrownBy(() -> AesGcm.open(bytes(test, "key"), bytes(test, "aad"), sealed))
                        .isInstanceOf(SealBrokenException.class);
            }
            checked++;
        }
        assertThat(checked).isGreaterThan(50);
    }
}
