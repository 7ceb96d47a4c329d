package org.fourfold.node.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a text is encoded, found out from its bytes: by its mark, by the zeros of UTF-16, by being valid UTF-8; else one of the
 * two one-byte encodings of the region. A file that says nothing of this is taken at its bytes.
 *
 * @param markBytes bytes of the mark at the start, to be skipped
 */
public record TextEncoding(Charset charset, String name, int markBytes) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE_CHARACTERS = 8_192;

    /** Empty when the bytes are no text. {@code whole} says that the head is all there is. */
    public static Optional<TextEncoding> of(byte[] head, boolean whole) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, "UTF-8 (BOM)", 3));
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16LE (BOM)", 2));
        }
        if (begins(head, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16BE (BOM)", 2));
        }
        if (hasZeros(head)) {
            return utf16(head);
        }
        if (isUtf8(head, whole)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0));
        }
        return oneByte(head);
    }

    /** Text in Latin letters has its zeros on one side of each pair. */
    private static Optional<TextEncoding> utf16(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int pairs = head.length / 2;
        if (zeros[1] > pairs / 2 && zeros[0] <= zeros[1] / 10) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16LE", 0));
        }
        if (zeros[0] > pairs / 2 && zeros[1] <= zeros[0] / 10) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16BE", 0));
        }
        return Optional.empty();
    }

    /** Windows-1252 has letters and quotes where Latin-1 has control characters that no table holds. */
    private static Optional<TextEncoding> oneByte(byte[] head) {
        boolean windows = false;
        for (byte one : head) {
            int value = one & 0xFF;
            if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
                return Optional.empty();
            }
            windows |= value >= 0x80 && value <= 0x9F;
        }
        return Optional.of(
                windows
                        ? new TextEncoding(WINDOWS_1252, "Windows-1252", 0)
                        : new TextEncoding(StandardCharsets.ISO_8859_1, "ISO-8859-1 (Latin-1)", 0));
    }

    private static boolean isUtf8(byte[] head, boolean whole) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer sink = CharBuffer.allocate(SAMPLE_CHARACTERS);
        while (true) {
            CoderResult result = decoder.decode(bytes, sink, whole);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            sink.clear();
        }
    }

    /** A decoder that refuses bytes that are no text in this encoding, instead of putting question marks. */
    public CharsetDecoder decoder() {
        return strict(charset);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean hasZeros(byte[] head) {
        for (byte one : head) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
