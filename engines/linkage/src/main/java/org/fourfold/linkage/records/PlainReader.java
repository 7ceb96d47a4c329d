package org.fourfold.linkage.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.RawText;

/** A column whose distinct cells are normalised once each, after all were read. */
final class PlainReader implements FieldReader {

    private final String slot;
    private final int input;
    private final PlainCells plain;
    private final UnaryOperator<String> normaliser;
    private final ByteDictionary raw = new ByteDictionary();
    private final IntColumn cells = new IntColumn();

    /**
     * For one slot.
     *
     * @param input which of the field's columns
     * @param normaliser for cells that {@link PlainCells} of the kind does not read
     */
    PlainReader(String slot, int input, FieldKind kind, UnaryOperator<String> normaliser) {
        this.slot = slot;
        this.input = input;
        this.plain = new PlainCells(kind);
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
        byte[] quick = new byte[PlainCells.BYTES_MAX];
        for (int code = 1; code < to.length; code++) {
            int size = plain.read(raw.bytes(), raw.start(code), raw.end(code), quick);
            to[code] = size == PlainCells.OTHER
                    ? vocabulary.code(normaliser.apply(RawText.of(raw, code)))
                    : vocabulary.code(quick, size);
        }
        return List.of(new Slot(slot, cells.arranged(order, to), vocabulary));
    }
}
