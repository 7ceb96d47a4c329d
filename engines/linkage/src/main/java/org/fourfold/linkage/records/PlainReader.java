package org.fourfold.linkage.records;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;

/** A column whose distinct cells are normalised once each, after all were read. */
final class PlainReader implements FieldReader {

    /** What cannot be UTF-8 is read as what old spreadsheets write. */
    private static final Charset OLD = Charset.forName("windows-1252");

    private final String slot;
    private final int input;
    private final UnaryOperator<String> normaliser;
    private final ByteDictionary raw = new ByteDictionary();
    private final IntColumn cells = new IntColumn();

    PlainReader(String slot, int input, UnaryOperator<String> normaliser) {
        this.slot = slot;
        this.input = input;
        this.normaliser = normaliser;
    }

    @Override
    public void read(Block block, int[] columns) {
        int column = columns[input];
        byte[] bytes = block.bytes();
        for (int row = 0; row < block.rows(); row++) {
            cells.add(column < 0 ? 0 : raw.code(bytes, block.start(row, column), block.end(row, column)));
        }
    }

    @Override
    public List<Slot> finish(int[] order) {
        Vocabulary vocabulary = new Vocabulary();
        int[] to = new int[raw.size() + 1];
        for (int code = 1; code < to.length; code++) {
            to[code] = vocabulary.code(normaliser.apply(text(raw, code)));
        }
        return List.of(new Slot(slot, cells.arranged(order, to), vocabulary));
    }

    static String text(ByteDictionary raw, int code) {
        return text(raw.bytes(), raw.start(code), raw.end(code));
    }

    /** Bytes as text: UTF-8, else windows-1252. */
    static String text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        if (at == to) {
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
}
