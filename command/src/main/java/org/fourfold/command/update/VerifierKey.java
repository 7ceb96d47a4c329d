package org.fourfold.command.update;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The public part of a key that signs notes, in the form of C2SP signed-note: {@code NAME+HASH+KEY}, Ed25519 only.
 *
 * @param name who signs; no spaces, no plus
 * @param hash which of that name's keys: the first four bytes of SHA-256 over name, newline, algorithm and key
 * @param key the algorithm's byte and 32 bytes, in base 64
 */
public record VerifierKey(String name, int hash, String key) {

    static final byte ED25519 = 1;
    private static final int BYTES = 33;
    private static final Pattern FORM = Pattern.compile("([^\\s+]{1,100})\\+([0-9a-f]{8})\\+([0-9A-Za-z+/]{44})");

    /** Of a name and the 32 bytes of the key. */
    static VerifierKey of(String name, byte[] raw) {
        byte[] marked = ByteBuffer.allocate(BYTES).put(ED25519).put(raw).array();
        return new VerifierKey(name, hash(name, marked), Base64.getEncoder().encodeToString(marked));
    }

    /** Empty for anything that is no key of ours, and for one whose hash is not its own. */
    public static Optional<VerifierKey> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] marked = Base64.getDecoder().decode(matcher.group(3));
        int hash = HexFormat.fromHexDigits(matcher.group(2));
        boolean ours = marked.length == BYTES && marked[0] == ED25519 && hash(matcher.group(1), marked) == hash;
        return ours ? Optional.of(new VerifierKey(matcher.group(1), hash, matcher.group(3))) : Optional.empty();
    }

    /** The keys of a file with one a line; lines that begin with # say why. Empty where a line is no key. */
    public static Optional<List<VerifierKey>> parseAll(List<String> lines) {
        List<Optional<VerifierKey>> keys = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(VerifierKey::parse)
                .toList();
        return keys.stream().allMatch(Optional::isPresent)
                ? Optional.of(keys.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(
                    false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(key), 1));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            // 32 bytes that are no point of the curve.
            return false;
        }
    }

    private static int hash(String name, byte[] marked) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(marked)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(hash) + "+" + key;
    }
}
