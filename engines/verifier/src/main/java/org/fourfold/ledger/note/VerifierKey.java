package org.fourfold.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * The public part of an Ed25519 key that signs notes: the <em>vkey</em> of C2SP signed-note, {@code NAME+ID+KEY}.
 *
 * @param name who signs: not empty, no spaces, no plus
 * @param type what the key signs
 * @param key its 32 bytes as RFC 8032 writes them, in lowercase hexadecimal digits
 */
public record VerifierKey(String name, Type type, String key) {

    /** What a key signs, with the byte that C2SP gives it. */
    public enum Type {
        /** The text of a note as it is: a log's own signature. */
        NOTE(0x01),
        /** A checkpoint with the time at which it was seen: a witness's {@code cosignature/v1}. */
        COSIGNATURE(0x04);

        private final byte mark;

        Type(int mark) {
            this.mark = (byte) mark;
        }
    }

    public static final int KEY_BYTES = 32;

    private static final int ID_DIGITS = 8;

    public VerifierKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a key");
        }
        if (key.length() != 2 * KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
    }

    public static VerifierKey of(String name, Type type, byte[] key) {
        return new VerifierKey(name, type, HexFormat.of().formatHex(key));
    }

    /** Empty for anything that is no key of these types, for one whose id is not its own, and for a point no key may be. */
    public static Optional<VerifierKey> parse(String text) {
        int first = text.indexOf('+');
        if (first < 1 || text.length() < first + 2 + ID_DIGITS || text.charAt(first + 1 + ID_DIGITS) != '+') {
            return Optional.empty();
        }
        String name = text.substring(0, first);
        Optional<byte[]> marked = Base64Text.read(text.substring(first + 2 + ID_DIGITS));
        if (!isName(name) || marked.isEmpty() || marked.get().length != 1 + KEY_BYTES) {
            return Optional.empty();
        }
        if (!StrictEd25519.isUsable(Arrays.copyOfRange(marked.get(), 1, 1 + KEY_BYTES))) {
            return Optional.empty();
        }
        for (Type type : Type.values()) {
            if (type.mark == marked.get()[0]) {
                VerifierKey key = of(name, type, Arrays.copyOfRange(marked.get(), 1, 1 + KEY_BYTES));
                return key.toString().equals(text) ? Optional.of(key) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether signed-note allows this as the name of a key. */
    public static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || isSpace(c));
    }

    /** Unicode's White_Space, but the control characters, which no note may hold. */
    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    public byte[] keyBytes() {
        return HexFormat.of().parseHex(key);
    }

    /** The first four bytes of SHA-256 over name, newline, type and key. */
    public int id() {
        return ByteBuffer.wrap(sha256(name + "\n", marked())).getInt();
    }

    /** The id as eight hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().toHexDigits(id());
    }

    /** SHA-256 over the vkey's text, in hexadecimal digits: what two people compare by telephone. */
    public String fingerprint() {
        return HexFormat.of().formatHex(sha256(toString(), new byte[0]));
    }

    private byte[] marked() {
        return ByteBuffer.allocate(1 + KEY_BYTES).put(type.mark).put(keyBytes()).array();
    }

    private static byte[] sha256(String text, byte[] more) {
        MessageDigest digest = TreeHasher.sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return digest.digest(more);
    }

    /** The vkey. */
    @Override
    public String toString() {
        return name + "+" + idHex() + "+" + Base64Text.write(marked());
    }
}
