package org.fourfold.linkage.records;

import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.RawText;

/**
 * A field of which a record may say several values, in one cell or in several columns. What stands together in one row is looked at
 * once. Where nobody says more than one value, the slot is like that of any other field, and costs no more.
 */
final class ManyReader implements FieldReader {

    private final String slot;
    private final String separators;
    private final UnaryOperator<String> normaliser;
    private final ByteDictionary raw = new ByteDictionary();
    private final IntColumn cells = new IntColumn();
    private byte[] row = {};

    private final Vocabulary vocabulary = new Vocabulary();
    private int[] members = new int[1 << 10];
    private int used;

    /** The values of one row, in the order of their bytes. */
    private final int[] values = new int[ValueSets.VALUES_MAX];

    ManyReader(String slot, String separators, UnaryOperator<String> normaliser) {
        this.slot = slot;
        this.separators = separators + FieldModel.BETWEEN_CELLS;
        this.normaliser = normaliser;
    }

    @Override
    public void read(Block block, int[] columns) {
        for (int i = 0; i < block.rows(); i++) {
            cells.add(
                    switch (columns.length) {
                        case 0 -> 0;
                        case 1 -> raw.code(block.bytes(), block.start(i, columns[0]), block.end(i, columns[0]));
                        default -> joined(block, i, columns);
                    });
        }
    }

    private int joined(Block block, int record, int[] columns) {
        int size = 0;
        for (int column : columns) {
            int start = block.start(record, column);
            int length = block.end(record, column) - start;
            if (length > 0) {
                if (size + length + 1 > row.length) {
                    row = Arrays.copyOf(row, 2 * (size + length + 1));
                }
                if (size > 0) {
                    row[size++] = (byte) FieldModel.BETWEEN_CELLS.charAt(0);
                }
                System.arraycopy(block.bytes(), start, row, size, length);
                size += length;
            }
        }
        return raw.code(row, 0, size);
    }

    @Override
    public List<Slot> finish(int[] order) {
        int size = raw.size();
        int[] starts = new int[size + 2];
        int[] to = new int[size + 1];
        boolean[] over = new boolean[size + 1];
        boolean single = true;
        for (int code = 1; code <= size; code++) {
            int count = take(RawText.of(raw, code));
            over[code] = count > ValueSets.VALUES_MAX;
            count = Math.min(count, ValueSets.VALUES_MAX);
            single &= count <= 1;
            to[code] = count == 0 ? 0 : code;
            append(count);
            starts[code + 1] = used;
        }
        if (single) {
            for (int code = 1; code <= size; code++) {
                to[code] = starts[code + 1] > starts[code] ? members[starts[code]] : 0;
            }
            return List.of(new Slot(slot, cells.arranged(order, to), vocabulary));
        }
        int[] codes = cells.arranged(order, to);
        int cut = (int) Arrays.stream(codes).filter(code -> over[code]).count();
        return List.of(new Slot(slot, codes, vocabulary, new ValueSets(starts, Arrays.copyOf(members, used), cut)));
    }

    /** The values of one row; one more than the most that are taken, where there are more. */
    private int take(String text) {
        int count = 0;
        StringTokenizer tokens = new StringTokenizer(text, separators);
        while (tokens.hasMoreTokens()) {
            String normal = normaliser.apply(tokens.nextToken());
            if (count == ValueSets.VALUES_MAX && !normal.isEmpty() && !isKnown(vocabulary.find(normal), count)) {
                return count + 1;
            }
            int value = count < ValueSets.VALUES_MAX ? vocabulary.code(normal) : 0;
            if (value != 0 && !isKnown(value, count)) {
                insert(value, count++);
            }
        }
        return count;
    }

    private boolean isKnown(int value, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    private void insert(int value, int count) {
        ByteDictionary texts = vocabulary.values();
        byte[] bytes = texts.bytes();
        int at = count;
        while (at > 0
                && Arrays.compare(
                                bytes,
                                texts.start(value),
                                texts.end(value),
                                bytes,
                                texts.start(values[at - 1]),
                                texts.end(values[at - 1]))
                        < 0) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    private void append(int count) {
        if (used + count > members.length) {
            members = Arrays.copyOf(members, members.length * 2);
        }
        System.arraycopy(values, 0, members, used, count);
        used += count;
    }
}
