package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.SealBrokenException;

/**
 * The organisation key as it lies on the disk: wrapped once under the stretched passphrase, once under the recovery code.
 * Either opens it.
 */
public record OrganisationKeyFile(
        Argon2id.Cost cost,
        Ciphertext passphraseSalt,
        Ciphertext byPassphrase,
        Ciphertext codeSalt,
        Ciphertext byCode) {

    public static final String NAME = "organisation.key";
    private static final String KIND = "fourfold organisation key 1";
    private static final Ciphertext NONE = Ciphertext.of(new byte[0]);
    private static final byte[] ASSOCIATED = KIND.getBytes(StandardCharsets.US_ASCII);

    /** Wraps a new organisation key. The key is not overwritten. */
    public static OrganisationKeyFile wrap(
            byte[] key, char[] passphrase, RecoveryCode code, Argon2id argon2id, RandomGenerator random) {
        byte[] codeSalt = random(random);
        byte[] fromCode = code.key(codeSalt);
        byte[] byCode = AesGcm.seal(fromCode, random, ASSOCIATED, key);
        Arrays.fill(fromCode, (byte) 0);
        return new OrganisationKeyFile(
                        argon2id.passphrase(), NONE, NONE, Ciphertext.of(codeSalt), Ciphertext.of(byCode))
                .rewrap(key, passphrase, argon2id, random);
    }

    /** The same key under another passphrase; the recovery code stays. */
    public OrganisationKeyFile rewrap(byte[] key, char[] passphrase, Argon2id argon2id, RandomGenerator random) {
        byte[] salt = random(random);
        byte[] stretched = argon2id.stretch(passphrase, salt, argon2id.passphrase());
        byte[] wrapped = AesGcm.seal(stretched, random, ASSOCIATED, key);
        Arrays.fill(stretched, (byte) 0);
        return new OrganisationKeyFile(
                argon2id.passphrase(), Ciphertext.of(salt), Ciphertext.of(wrapped), codeSalt, byCode);
    }

    /** The key; throws SealBrokenException for a wrong passphrase. */
    public byte[] open(char[] passphrase, Argon2id argon2id) throws SealBrokenException {
        byte[] stretched = argon2id.stretch(passphrase, passphraseSalt.bytes(), cost);
        try {
            return AesGcm.open(stretched, ASSOCIATED, byPassphrase.bytes());
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }

    /** The key; throws SealBrokenException for a code of another sheet. */
    public byte[] open(RecoveryCode code) throws SealBrokenException {
        byte[] fromCode = code.key(codeSalt.bytes());
        try {
            return AesGcm.open(fromCode, ASSOCIATED, byCode.bytes());
        } finally {
            Arrays.fill(fromCode, (byte) 0);
        }
    }

    public static OrganisationKeyFile parse(String text) {
        Fields fields = Fields.parse(KIND, text);
        return new OrganisationKeyFile(
                new Argon2id.Cost(fields.number("memory-kib"), fields.number("passes"), fields.number("lanes")),
                Ciphertext.of(fields.bytes("passphrase-salt")),
                Ciphertext.of(fields.bytes("by-passphrase")),
                Ciphertext.of(fields.bytes("code-salt")),
                Ciphertext.of(fields.bytes("by-code")));
    }

    /** The file's text. */
    public String text() {
        return Fields.of(KIND)
                .with("memory-kib", Integer.toString(cost.memoryKib()))
                .with("passes", Integer.toString(cost.passes()))
                .with("lanes", Integer.toString(cost.lanes()))
                .with("passphrase-salt", passphraseSalt.bytes())
                .with("by-passphrase", byPassphrase.bytes())
                .with("code-salt", codeSalt.bytes())
                .with("by-code", byCode.bytes())
                .toString();
    }

    @Override
    public String toString() {
        return "a wrapped organisation key";
    }

    private static byte[] random(RandomGenerator random) {
        byte[] bytes = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
