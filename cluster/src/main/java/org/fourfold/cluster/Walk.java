package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.arrays.LongCounts;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.block.Neighbours;
import org.fourfold.linkage.block.Pairs;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.block.SourcePairs;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.TogetherCounts;
import org.fourfold.linkage.train.PatternSink;

/** The pairs of the rows that came to one part: the same pairs, each once, that the engine walks within one process. */
final class Walk {

    private final LinkageModel model;
    private final Words words;
    private final int step;
    private final SourcePairs sources;

    Walk(Kit kit, SourceMatrix matrix) {
        this.model = kit.model();
        this.words = kit.words();
        this.step = words.layout().step();
        this.sources = matrix.over(words.records(new int[0], new int[0]));
    }

    /** Scores the pairs; what is kept, and how many pairs each rule brought. */
    Found score(Iterable<Travel.Load> arrived, int rules, int least, Desk desk) {
        List<Travel.Load> loads = Travel.inOrder(arrived);
        long[] pairs = new long[rules];
        Found.Edging kept = new Found.Edging();
        for (int rule = 0; rule < rules; rule++) {
            Block block = new Block(rule, Travel.joined(loads, rule), true);
            int[] evidence = new int[Pairs.PORTION];
            Pairs portion = new Pairs((a, b, size) -> {
                desk.score(block.rows, a, b, size, evidence);
                for (int i = 0; i < size; i++) {
                    if (evidence[i] >= least) {
                        kept.add(block.record(a[i]), block.record(b[i]), evidence[i]);
                    }
                }
            });
            pairs[rule] = block.walk(portion);
            portion.end();
        }
        return kept.found(pairs);
    }

    /** Counts the patterns of the pairs, rule by rule. */
    List<Counted> count(Iterable<Travel.Load> arrived, int rules, Desk desk) {
        List<Travel.Load> loads = Travel.inOrder(arrived);
        Counted[] counted = new Counted[rules];
        for (int rule = 0; rule < rules; rule++) {
            Block block = new Block(rule, Travel.joined(loads, rule), false);
            LongCounts histogram = new LongCounts();
            PatternSink patterns = new PatternSink(desk.kernels(), histogram);
            Pairs portion = new Pairs((a, b, size) -> desk.show(block.rows, a, b, size, patterns));
            long _ = block.walk(portion);
            portion.end();
            counted[rule] = Counted.of(histogram);
        }
        return List.of(counted);
    }

    /** Counts the pairs for which interactions hold, rule by rule and interaction by interaction. */
    List<List<Counted>> together(Iterable<Travel.Load> arrived, List<Rule> rules, Desk desk) {
        List<Travel.Load> loads = Travel.inOrder(arrived);
        List<List<Counted>> counted = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            Block block = new Block(rule, Travel.joined(loads, rule), false);
            TogetherCounts counts = new TogetherCounts(model, rules.get(rule), desk.kernels(), desk.scorer());
            Pairs portion = new Pairs((a, b, size) -> desk.show(block.rows, a, b, size, counts));
            long _ = block.walk(portion);
            portion.end();
            counted.add(counts.holding().stream().map(Counted::of).toList());
        }
        return counted;
    }

    /** The rows of one rule, of many blocks. A pair is given by where what its records say begins. */
    private final class Block {

        private final int rule;
        private final int width;
        private final int[] rows;

        /** Each pair once and only of sources that may meet; else all of different sources, where the model wants those. */
        private final boolean strict;

        Block(int rule, int[] rows, boolean strict) {
            this.rule = rule;
            this.width = Travel.width(rule, step);
            this.rows = rows;
            this.strict = strict;
        }

        int record(int codes) {
            return rows[codes - Travel.CODES + Travel.RECORD];
        }

        /** How many pairs there are. */
        long walk(Pairs to) {
            long count = 0;
            long[] order = order();
            int start = 0;
            while (start < order.length) {
                int end = start + 1;
                while (end < order.length && isTogether((int) order[start], (int) order[end])) {
                    end++;
                }
                count += cell(order, start, end, to);
                start = end;
            }
            return count;
        }

        /** Places of rows: those of a cell side by side, in the order of their records. */
        private long[] order() {
            int size = rows.length / width;
            long[] order = new long[size];
            long[] spare = new long[size];
            boolean cells = false;
            for (int i = 0; i < size; i++) {
                int at = i * width;
                cells |= rows[at + Travel.CELL] > 0;
                order[i] = ((long) rows[at + Travel.CELL] << Integer.SIZE) | at;
            }
            if (cells) {
                Radix.sortByUpper(order, size, spare);
            }
            for (int i = 0; i < size; i++) {
                int at = (int) order[i];
                order[i] = ((long) rows[at + Travel.KEY] << Integer.SIZE) | at;
            }
            Radix.sortByUpper(order, size, spare);
            return order;
        }

        private boolean isTogether(int one, int other) {
            return rows[one + Travel.KEY] == rows[other + Travel.KEY]
                    && rows[one + Travel.CELL] == rows[other + Travel.CELL];
        }

        private long cell(long[] order, int start, int end, Pairs to) {
            int cell = rows[(int) order[start] + Travel.CELL];
            if (cell == Travel.NEIGHBOURS) {
                return neighbours(order, start, end, to);
            }
            boolean triangle = cell == Travel.WHOLE || Travel.firstTile(cell) == Travel.secondTile(cell);
            int middle = start;
            while (!triangle && rows[(int) order[middle] + Travel.TILE] == Travel.firstTile(cell)) {
                middle++;
            }
            long count = 0;
            for (int i = start; i < (triangle ? end : middle); i++) {
                int a = (int) order[i];
                for (int j = triangle ? i + 1 : middle; j < end; j++) {
                    int b = (int) order[j];
                    if (mayMeet(a, b) && !isEarlier(a, b)) {
                        to.add(a + Travel.CODES, b + Travel.CODES);
                        count++;
                    }
                }
            }
            return count;
        }

        private boolean mayMeet(int a, int b) {
            int left = rows[a + Travel.SOURCE];
            int right = rows[b + Travel.SOURCE];
            return (!model.acrossOnly() || left != right) && (!strict || sources.allows(left, right));
        }

        private boolean isEarlier(int a, int b) {
            int x = a + Travel.CODES + step;
            int y = b + Travel.CODES + step;
            for (int i = 0; strict && i < rule; i++) {
                int key = rows[x + i];
                if (key != 0 && key == rows[y + i]) {
                    return true;
                }
            }
            return false;
        }

        private long neighbours(long[] order, int start, int end, Pairs to) {
            int size = end - start;
            int[] source = new int[size];
            int[] codes = new int[size * step];
            long[] entries = new long[size];
            for (int i = 0; i < size; i++) {
                int at = (int) order[start + i];
                source[i] = rows[at + Travel.SOURCE];
                System.arraycopy(rows, at + Travel.CODES, codes, i * step, step);
                entries[i] = i;
            }
            Records block = words.records(source, codes);
            Neighbours walk =
                    new Neighbours(model, block, (a, b) -> mayMeet((int) order[start + a], (int) order[start + b]));
            Pairs by = new Pairs((a, b, count) -> {
                for (int i = 0; i < count; i++) {
                    to.add((int) order[start + a[i]] + Travel.CODES, (int) order[start + b[i]] + Travel.CODES);
                }
            });
            long count = walk.walk(entries, 0, size, by);
            by.end();
            return count;
        }
    }
}
