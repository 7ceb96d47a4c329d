package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fourfold.ledger.LogSigner;
import org.fourfold.node.frame.Ciphertext;

/**
 * The key that signs the log's checkpoints: origin and public key in clear, so that a locked node can check its own log, the
 * secret wrapped under the organisation key.
 */
public record LogKeyFile(String origin, String vkey, Ciphertext wrapped) {

    public static final String NAME = "log.key";
    private static final String KIND = "fourfold log key 1";
    private static final String USE = "fourfold log key";
    private static final String ORIGIN = "log.fourfold/";
    private static final int ORIGIN_BYTES = 16;

    /** Draws and writes a new log's name and key; what stood there is replaced. */
    public static LogKeyFile make(KeyFolder folder, Secret organisation, RandomGenerator random) {
        byte[] name = new byte[ORIGIN_BYTES];
        random.nextBytes(name);
        String origin = ORIGIN + HexFormat.of().formatHex(name);
        byte[] seed = new byte[LogSigner.SEED_BYTES];
        random.nextBytes(seed);
        String vkey = LogSigner.of(origin, seed).vkey();
        byte[] wrapped =
                organisation.derive(USE).use(key -> AesGcm.seal(key, random, associated(origin, vkey), seed));
        Arrays.fill(seed, (byte) 0);
        LogKeyFile made = new LogKeyFile(origin, vkey, Ciphertext.of(wrapped));
        folder.write(NAME, made.text());
        return made;
    }

    public static LogKeyFile parse(String text) {
        Fields fields = Fields.parse(KIND, text);
        return new LogKeyFile(fields.text("origin"), fields.text("vkey"), Ciphertext.of(fields.bytes("wrapped")));
    }

    /** The secret, kept; throws SealBrokenException when the organisation key is another one. */
    public Secret open(OpenKeys keys, Secret organisation) {
        return organisation
                .derive(USE)
                .use(key -> keys.keep(AesGcm.open(key, associated(origin, vkey), wrapped.bytes())));
    }

    private String text() {
        return Fields.of(KIND)
                .with("origin", origin)
                .with("vkey", vkey)
                .with("wrapped", wrapped.bytes())
                .toString();
    }

    private static byte[] associated(String origin, String vkey) {
        return (KIND + "|" + origin + "|" + vkey).getBytes(StandardCharsets.UTF_8);
    }
}
