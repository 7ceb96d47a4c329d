package org.fourfold.linkage.records;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.normalise.Fold;
import org.fourfold.linkage.normalise.NameWord;
import org.fourfold.linkage.normalise.PersonName;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.RawText;

/**
 * A person's name in one, two or three columns. Names repeat: each distinct word is understood once, and a cell only where it
 * holds more than plain words.
 */
final class PersonReader implements FieldReader {

    private static final int UNKNOWN = 0;

    /** A word that means something only beside others: a particle, an initial with its dot, another script. */
    private static final int ODD = -1;

    private static final int GIVEN = 0;
    private static final int SURNAMES = 1;
    private static final int FULL = 2;
    private static final int SLOTS = 4;

    private final String name;
    private final int[] inputs;
    private final Vocabulary vocabulary = new Vocabulary();
    private final ByteDictionary tokens = new ByteDictionary();
    private int[] wordOfToken = new int[1 << 10];
    private final ByteDictionary[] cells = {new ByteDictionary(), new ByteDictionary(), new ByteDictionary()};
    private final IntColumn[][] wordsOfCell = new IntColumn[3][];
    private final IntColumn[] slots = new IntColumn[SLOTS];

    /** The words of the row: two given names, two surnames. */
    private final int[] words = new int[SLOTS];

    /**
     * For one field.
     *
     * @param inputs where given names, surnames and full names stand among the field's inputs, -1 if nowhere
     */
    PersonReader(String name, int[] inputs) {
        this.name = name;
        this.inputs = inputs.clone();
        Arrays.setAll(slots, i -> new IntColumn());
        for (int i = 0; i < wordsOfCell.length; i++) {
            wordsOfCell[i] = new IntColumn[SLOTS];
            Arrays.setAll(wordsOfCell[i], j -> new IntColumn());
        }
    }

    @Override
    public void read(Block block, int[] columns) {
        int given = column(GIVEN, columns);
        int surnames = column(SURNAMES, columns);
        int full = column(FULL, columns);
        for (int row = 0; row < block.rows(); row++) {
            Arrays.fill(words, 0);
            if (given >= 0) {
                cell(block, row, given, GIVEN, 0);
            }
            if (surnames >= 0) {
                cell(block, row, surnames, SURNAMES, 2);
            }
            if (full >= 0 && words[0] == 0 && words[2] == 0) {
                odd(block.bytes(), block.start(row, full), block.end(row, full), FULL);
            }
            for (int i = 0; i < SLOTS; i++) {
                slots[i].add(words[i]);
            }
        }
    }

    private int column(int input, int[] columns) {
        return inputs[input] < 0 ? -1 : columns[inputs[input]];
    }

    private void cell(Block block, int row, int column, int input, int first) {
        byte[] bytes = block.bytes();
        int at = block.start(row, column);
        int end = block.end(row, column);
        int from = at;
        int found = 0;
        while (at < end) {
            while (at < end && bytes[at] == ' ') {
                at++;
            }
            int start = at;
            while (at < end && bytes[at] != ' ') {
                at++;
            }
            if (at > start) {
                int word = word(bytes, start, at);
                if (word == ODD) {
                    odd(bytes, from, end, input);
                    return;
                }
                if (found < 2) {
                    words[first + found++] = word;
                }
            }
        }
    }

    private int word(byte[] bytes, int start, int end) {
        int token = tokens.code(bytes, start, end);
        if (token >= wordOfToken.length) {
            wordOfToken = Arrays.copyOf(wordOfToken, token * 2);
        }
        if (wordOfToken[token] == UNKNOWN) {
            String text = RawText.of(bytes, start, end);
            wordOfToken[token] = PersonName.isPlain(text) ? vocabulary.code(Fold.letters(text)) : ODD;
        }
        return wordOfToken[token];
    }

    private void odd(byte[] bytes, int start, int end, int input) {
        ByteDictionary known = cells[input];
        int before = known.size();
        int cell = known.code(bytes, start, end);
        if (cell == 0) {
            return;
        }
        IntColumn[] found = wordsOfCell[input];
        if (cell > before) {
            understand(RawText.of(bytes, start, end), input, found);
        }
        for (int i = 0; i < SLOTS; i++) {
            int word = found[i].get(cell - 1);
            if (word != 0) {
                words[i] = word;
            }
        }
    }

    private void understand(String cell, int input, IntColumn[] found) {
        PersonName read = switch (input) {
            case GIVEN -> PersonName.of(cell, "");
            case SURNAMES -> PersonName.of("", cell);
            default -> PersonName.of(cell);
        };
        for (int i = 0; i < SLOTS; i++) {
            List<NameWord> part = i < 2 ? read.given() : read.surnames();
            found[i].add(i % 2 < part.size() ? vocabulary.code(part.get(i % 2).text()) : 0);
        }
    }

    @Override
    public List<Slot> finish(int[] order) {
        List<String> parts = FieldKind.PERSON.slots();
        return List.of(0, 1, 2, 3).stream()
                .map(i -> new Slot(name + "." + parts.get(i), slots[i].arranged(order), vocabulary))
                .toList();
    }
}
