package org.fourfold.linkage.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.RawText;

/** A column whose distinct cells are normalised once each, after all were read. */
final class PlainReader implements FieldReader {

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
            to[code] = vocabulary.code(normaliser.apply(RawText.of(raw, code)));
        }
        return List.of(new Slot(slot, cells.arranged(order, to), vocabulary));
    }
}
