package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.TestLog;
import org.fourfold.ledger.note.JdkEd25519;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.verify.BagCheck;
import org.fourfold.ledger.verify.Findings;
import org.fourfold.ledger.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedBagTest {

    @TempDir
    Path folder = Path.of("");

    private ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void forget() {
        told = new ByteArrayOutputStream();
    }

    private int verify(String... arguments) {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return Verifier.run(arguments, Map.of(), out, out);
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 300, 513, 1000})
    void aBagOfEverySizeHoldsInBothKindsAndBothForms(int size) throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), size);
        bags.log(folder.resolve("a"));
        bags.logZip(folder.resolve("a.zip"));
        bags.aCase(folder.resolve("b"));
        bags.caseZip(folder.resolve("b.zip"));
        for (String bag : new String[] {"a", "a.zip", "b", "b.zip"}) {
            Findings found = TestBags.check(folder.resolve(bag));
            assertThat(found.fault()).as(bag).isEmpty();
            assertThat(found.held()).hasSize(9);
            assertThat(found.entries()).isEqualTo(bag.startsWith("a") ? size : Math.min(size, found.entries()));
        }
    }

    @Test
    void anEmptyLogHolds() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 0);
        bags.log(folder.resolve("a"));
        assertThat(TestBags.check(folder.resolve("a")).fault()).isEmpty();
    }

    @Test
    void equalInputGivesEqualBytes() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 400);
        bags.logZip(folder.resolve("a.zip"));
        bags.logZip(folder.resolve("b.zip"));
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void bothLanguagesSayWhatIsProvedAndWhatIsNot() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 300);
        bags.log(folder.resolve("bag"));
        assertThat(verify("--lang", "es", folder.resolve("bag").toString())).isZero();
        assertThat(text())
                .contains("TODO SE SOSTIENE", "300", "no queda probado", "2026-11-26T15:53:49.123456Z", "huella")
                .endsWith("fourfold-verify 1 holds\n");
        forget();
        assertThat(verify(folder.resolve("bag").toString())).isZero();
        assertThat(text())
                .contains(
                        "EVERYTHING HOLDS",
                        "not proved",
                        TestBags.LOG.key().verifier().fingerprint())
                .contains("witness.example/one", "not signed by the witness witness.example/two")
                .doesNotContain("{0}");
    }

    @Test
    void aPinnedKeyMustBeTheLogs() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 10);
        bags.log(folder.resolve("bag"));
        VerifierKey key = TestBags.LOG.key().verifier();
        assertThat(verify("--key=" + key, folder.resolve("bag").toString())).isZero();
        assertThat(text()).doesNotContain("compare a fingerprint");
        byte[] other = TestBags.LOG.witness(0).verifier().keyBytes();
        forget();
        String wrong =
                VerifierKey.of(TestLog.ORIGIN, VerifierKey.Type.NOTE, other).toString();
        assertThat(verify("--key", wrong, folder.resolve("bag").toString())).isEqualTo(1);
        assertThat(text()).endsWith("fourfold-verify 1 fault keys.other data/policy\n");
    }

    @Test
    void theCheckIsTheSameWithTheJdkAlone() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 300);
        bags.aCase(folder.resolve("bag"));
        assertThat(BagCheck.check(folder.resolve("bag"), Optional.empty(), new JdkEd25519())
                        .fault())
                .isEmpty();
    }

    @Test
    void oneProofIsCheckedUnderTheKeyThatIsGiven() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 300);
        bags.aCase(folder.resolve("bag"));
        String proof = folder.resolve("bag/data/proof/299.tlog-proof").toString();
        String key = TestBags.LOG.key().verifier().toString();
        assertThat(verify(proof)).isEqualTo(1);
        assertThat(text()).endsWith("fourfold-verify 1 fault keys.missing key\n");
        assertThat(verify("--key", key, proof)).isZero();
        assertThat(verify("--policy", folder.resolve("bag/data/policy").toString(), proof))
                .isZero();
        byte[] bytes = Files.readAllBytes(Path.of(proof));
        String changed = new String(bytes, StandardCharsets.UTF_8).replace("index 299", "index 298");
        Files.writeString(folder.resolve("other.tlog-proof"), changed);
        forget();
        assertThat(verify("--key", key, folder.resolve("other.tlog-proof").toString()))
                .isEqualTo(1);
        assertThat(text()).endsWith("fourfold-verify 1 fault proof.inclusion proof\n");
    }

    @Test
    void calledWronglyItSaysHow() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("--key", "x", "bag")).isEqualTo(2);
        assertThat(verify("a", "b")).isEqualTo(2);
        assertThat(verify("--lang", "fr", "bag")).isEqualTo(2);
        assertThat(verify("--policy", "nowhere", "bag")).isEqualTo(2);
        assertThat(verify("--key")).isEqualTo(2);
        assertThat(verify("--help")).isZero();
        assertThat(verify(folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(text()).endsWith("fourfold-verify 1 fault bag.unreadable -\n");
    }

    @Test
    void aBagOfAnotherTreeIsNotWritten() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 10);
        bags.store().append(TestLog.entries(10, 11));
        assertThatThrownBy(() -> bags.log(folder.resolve("bag"))).isInstanceOf(IllegalArgumentException.class);
    }
}
