package org.fourfold.linkage.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a cell as text: UTF-8; what cannot be that is read as what old spreadsheets write (windows-1252). */
public final class RawText {

    private static final Charset OLD = Charset.forName("windows-1252");

    private RawText() {}

    /** What stands under a number; empty for 0. */
    public static String of(ByteDictionary words, int code) {
        return code == 0 ? "" : of(words.bytes(), words.start(code), words.end(code));
    }

    /** What stands under a number. */
    public static String of(ByteStrings strings, int number) {
        return of(strings.bytes(), strings.start(number), strings.end(number));
    }

    /** The text of some bytes. */
    public static String of(byte[] bytes, int from, int to) {
        // Nearly all cells are: a decoder for each of millions would take longer than the linking.
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, OLD);
        }
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
