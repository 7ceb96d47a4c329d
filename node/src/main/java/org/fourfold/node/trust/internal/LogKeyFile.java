package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.node.frame.Ciphertext;

/**
 * The key that signs the log's checkpoints: name and public key in clear, so that a locked node can check its own log, the
 * secret wrapped under the organisation key.
 *
 * @param verifier names the log and checks its signatures
 */
public record LogKeyFile(VerifierKey verifier, Ciphertext wrapped) {

    public static final String NAME = "log.key";
    private static final String KIND = "fourfold log key 1";
    private static final String USE = "fourfold log key";
    private static final String ORIGIN = "log.fourfold/";
    private static final int ORIGIN_BYTES = 16;

    /** Draws and writes a new log's name and key; what stood there is replaced. */
    public static LogKeyFile make(KeyFolder folder, Secret organisation, RandomGenerator random) {
        byte[] name = new byte[ORIGIN_BYTES];
        random.nextBytes(name);
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        random.nextBytes(seed);
        try (SigningKey key = SigningKey.of(ORIGIN + HexFormat.of().formatHex(name), VerifierKey.Type.NOTE, seed)) {
            VerifierKey verifier = key.verifier();
            byte[] wrapped =
                    organisation.derive(USE).use(parent -> AesGcm.seal(parent, random, associated(verifier), seed));
            LogKeyFile made = new LogKeyFile(verifier, Ciphertext.of(wrapped));
            folder.write(NAME, made.text());
            return made;
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    public static LogKeyFile parse(String text) {
        Fields fields = Fields.parse(KIND, text);
        VerifierKey verifier = VerifierKey.parse(fields.text("vkey"))
                .orElseThrow(() -> new IllegalStateException("a log key lacks its public key"));
        return new LogKeyFile(verifier, Ciphertext.of(fields.bytes("wrapped")));
    }

    /** The secret, kept; throws SealBrokenException when the organisation key is another one. */
    public Secret open(OpenKeys keys, Secret organisation) {
        return organisation
                .derive(USE)
                .use(parent -> keys.keep(AesGcm.open(parent, associated(verifier), wrapped.bytes())));
    }

    private String text() {
        return Fields.of(KIND)
                .with("vkey", verifier.toString())
                .with("wrapped", wrapped.bytes())
                .toString();
    }

    private static byte[] associated(VerifierKey verifier) {
        return (KIND + "|" + verifier).getBytes(StandardCharsets.UTF_8);
    }
}
