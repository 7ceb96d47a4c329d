package org.fourfold.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One line under a note.
 *
 * @param name of the key
 * @param base64 the key's id in four bytes and the signature, in base 64
 */
public record NoteSignature(String name, String base64) {

    static final String MARK = "\u2014 ";

    private static final int ID_BYTES = 4;

    public static NoteSignature of(VerifierKey key, byte[] signature) {
        return new NoteSignature(
                key.name(),
                Base64Text.write(ByteBuffer.allocate(ID_BYTES + signature.length)
                        .putInt(key.id())
                        .put(signature)
                        .array()));
    }

    /** Whether the line says that it is of this key: by name and id. */
    public boolean isOf(VerifierKey key) {
        return name.equals(key.name()) && ByteBuffer.wrap(marked()).getInt() == key.id();
    }

    /** What follows the key's id. */
    public byte[] signature() {
        byte[] marked = marked();
        return Arrays.copyOfRange(marked, ID_BYTES, marked.length);
    }

    private byte[] marked() {
        return Base64Text.read(base64)
                .filter(bytes -> bytes.length > ID_BYTES)
                .orElseThrow(() -> new IllegalStateException("a line that is no signature"));
    }

    static boolean isLine(String name, String base64) {
        return VerifierKey.isName(name)
                && Base64Text.read(base64)
                        .filter(bytes -> bytes.length > ID_BYTES)
                        .isPresent();
    }

    /** The line, newline included. */
    @Override
    public String toString() {
        return MARK + name + " " + base64 + "\n";
    }
}
