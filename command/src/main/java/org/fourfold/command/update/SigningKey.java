package org.fourfold.command.update;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A key that signs notes: {@code PRIVATE+KEY+NAME+HASH+KEY}, as golang.org/x/mod/sumdb/note writes it. Lives on the machine
 * of who publishes and nowhere else.
 */
public final class SigningKey {

    private static final int SEED_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("PRIVATE\\+KEY\\+([^\\s+]{1,100})\\+([0-9a-f]{8})\\+([0-9A-Za-z+/]{44})");
    private static final Pattern NAME = Pattern.compile("[^\\s+]{1,100}");

    private final VerifierKey verifier;
    private final Ed25519PrivateKeyParameters secret;

    private SigningKey(String name, Ed25519PrivateKeyParameters secret) {
        this.secret = secret;
        this.verifier = VerifierKey.of(name, secret.generatePublicKey().getEncoded());
    }

    /** A new key; empty where the name cannot be one. */
    public static Optional<SigningKey> random(String name, SecureRandom random) {
        return NAME.matcher(name).matches()
                ? Optional.of(new SigningKey(name, new Ed25519PrivateKeyParameters(random)))
                : Optional.empty();
    }

    /** Empty for anything that is no such key, and for one whose hash is not its own. */
    public static Optional<SigningKey> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] marked = Base64.getDecoder().decode(matcher.group(3));
        if (marked.length != 1 + SEED_BYTES || marked[0] != VerifierKey.ED25519) {
            return Optional.empty();
        }
        SigningKey key = new SigningKey(matcher.group(1), new Ed25519PrivateKeyParameters(marked, 1));
        return key.verifier.hash() == HexFormat.fromHexDigits(matcher.group(2)) ? Optional.of(key) : Optional.empty();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The key as it is kept in its file: a secret. */
    public String secretText() {
        byte[] marked = ByteBuffer.allocate(1 + SEED_BYTES)
                .put(VerifierKey.ED25519)
                .put(secret.getEncoded())
                .array();
        return "PRIVATE+KEY+" + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.hash()) + "+"
                + Base64.getEncoder().encodeToString(marked);
    }
}
