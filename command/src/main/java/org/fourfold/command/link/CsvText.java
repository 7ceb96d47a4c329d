package org.fourfold.command.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.fourfold.linkage.table.ByteDictionary;

/** Cells of CSV, in and out. */
final class CsvText {

    /** What cannot be UTF-8 is read as what old spreadsheets write, as the engine does. */
    private static final Charset OLD = Charset.forName("windows-1252");

    private CsvText() {}

    /** Appends a cell, in quotes where it needs them. An id stands as it came: what it was joined by must be found again. */
    static void cell(StringBuilder to, String text) {
        if (needsQuotes(text)) {
            to.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            to.append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** What stands under a number. */
    static String of(ByteDictionary words, int code) {
        return code == 0 ? "" : of(words.bytes(), words.start(code), words.end(code));
    }

    /** Bytes as text: UTF-8, else windows-1252. */
    static String of(byte[] bytes, int from, int to) {
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

    /** Nearly all ids are: a decoder for each of millions would take longer than the linking. */
    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
