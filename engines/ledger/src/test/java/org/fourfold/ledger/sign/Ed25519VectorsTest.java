package org.fourfold.ledger.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.note.JdkEd25519;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.VerifierKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The JDK's check, Bouncy Castle's, and what is published, over the same signatures. */
class Ed25519VectorsTest {

    private static final List<SignatureCheck> CHECKS = List.of(new JdkEd25519(), new FastEd25519());

    @Test
    void wycheproofIsDecidedAsPublishedByBoth() throws IOException {
        int run = 0;
        for (JsonValue group : items(read("wycheproof/ed25519_test.json"), "testGroups")) {
            byte[] key = hex(member(group, "publicKey"), "pk");
            for (JsonValue test : items(group, "tests")) {
                boolean isValid = text(test, "result").equals("valid");
                for (SignatureCheck check : CHECKS) {
                    assertThat(check.verifies(key, hex(test, "msg"), hex(test, "sig")))
                            .as(text(test, "comment"))
                            .isEqualTo(isValid);
                }
                run++;
            }
        }
        assertThat(run).isEqualTo(151);
    }

    /** Keys and R of small order and other spellings of a point are refused by both; else the equation decides. */
    @Test
    void everyEdgeCaseOfAPointIsDecidedAlike() throws IOException {
        int run = 0;
        List<String> differing = new ArrayList<>();
        for (JsonValue test : ((JsonArray) read("ed25519-cctv/ed25519vectors.json")).items()) {
            List<String> flags = members(test).get("flags") instanceof JsonArray(List<JsonValue> all)
                    ? all.stream().map(flag -> ((JsonText) flag).text()).toList()
                    : List.of();
            boolean isGood = flags.stream()
                    .noneMatch(flag -> List.of(
                                    "low_order_A",
                                    "low_order_R",
                                    "non_canonical_A",
                                    "non_canonical_R",
                                    "low_order_residue")
                            .contains(flag));
            byte[] message = text(test, "msg").getBytes(StandardCharsets.UTF_8);
            for (SignatureCheck check : CHECKS) {
                if (check.verifies(hex(test, "key"), message, hex(test, "sig")) != isGood) {
                    differing.add(check.getClass().getSimpleName() + " "
                            + members(test).get("number") + flags);
                }
            }
            run++;
        }
        assertThat(run).isEqualTo(914);
        assertThat(differing).isEmpty();
    }

    /** RFC 8032, 7.1, the first three. */
    @Test
    void theSignaturesOfTheRfcAreMadeAndVerified() {
        sign(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        sign(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    }

    private static void sign(String seed, String expected) {
        try (SigningKey key = SigningKey.of(
                "log.example", VerifierKey.Type.NOTE, HexFormat.of().parseHex(seed))) {
            assertThat(key.verifier().key()).isEqualTo(expected);
        }
    }

    private static JsonValue read(String name) throws IOException {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared/vectors").resolve(name);
            if (Files.exists(found)) {
                return CanonicalJson.read(Files.readAllBytes(found)).orElseThrow();
            }
        }
        Assumptions.abort("shared/vectors/" + name + " is not on this machine: not counted");
        throw new IllegalStateException("unreachable");
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonObject) value).members();
    }

    private static JsonValue member(JsonValue value, String name) {
        return Optional.ofNullable(members(value).get(name)).orElseThrow();
    }

    private static List<JsonValue> items(JsonValue value, String name) {
        return ((JsonArray) member(value, name)).items();
    }

    private static String text(JsonValue value, String name) {
        return ((JsonText) member(value, name)).text();
    }

    private static byte[] hex(JsonValue value, String name) {
        return HexFormat.of().parseHex(text(value, name));
    }
}
