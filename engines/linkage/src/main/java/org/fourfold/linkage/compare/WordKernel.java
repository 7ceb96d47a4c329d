package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.ByteDictionary;

/** Compares words. What two words have in common is worked out once as long as it is remembered. */
final class WordKernel extends Kernel {

    private static final int MEMORY = 1 << 17;

    private final int[] codes;
    private final ByteDictionary words;
    private final List<Level> levels;
    private final int[] sounds;

    /** Values behind this one came later and may go again: what they have in common with others is not remembered. */
    private final int settled;

    /** Per level the codes of the other slot, for swaps; null otherwise. */
    private final int[][] swapped;

    private final int firstSwap;
    private final long[] remembered = new long[MEMORY];
    private final byte[] levelOf = new byte[MEMORY];
    private final long[] forms;

    WordKernel(Slot slot, List<Level> levels, int[][] swapped, int[][] subjects, long[] forms) {
        super(subjects);
        this.codes = slot.codes();
        this.words = slot.vocabulary().values();
        this.settled = slot.vocabulary().size();
        this.levels = levels;
        this.swapped = swapped;
        this.forms = forms;
        boolean bySound = levels.stream().anyMatch(level -> level.kind() == Level.Kind.SOUND);
        this.sounds = bySound ? slot.vocabulary().derived(Derivation.SOUND).code() : new int[0];
        int first = levels.size();
        for (int i = levels.size() - 1; i >= 0; i--) {
            first = swapped[i] == null ? first : i;
        }
        this.firstSwap = first;
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            int x = codes[a[i]];
            int y = codes[b[i]];
            int level = 0;
            if (x != 0 && y != 0) {
                level = x == y ? 1 : remembered(x, y);
                if (level > firstSwap) {
                    level = swap(a[i], b[i], x, y, level);
                }
            }
            out[i] = (byte) level;
        }
    }

    @Override
    public int rarity(int level, int a, int b, int[] table) {
        int[] other = swapped[level - 1];
        if (other == null) {
            return super.rarity(level, a, b, table);
        }
        return other[b] == codes[a] ? table[codes[a]] : table[codes[b]];
    }

    private int swap(int a, int b, int x, int y, int level) {
        for (int i = firstSwap; i < level; i++) {
            int[] other = swapped[i];
            if (other != null && (other[b] == x || other[a] == y)) {
                return i + 1;
            }
        }
        return level;
    }

    private int remembered(int x, int y) {
        if (x > settled || y > settled) {
            return compare(x, y);
        }
        long pair = x < y ? ((long) x << 32) | y : ((long) y << 32) | x;
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 47);
        if (remembered[place] == pair) {
            return levelOf[place];
        }
        int level = compare((int) (pair >>> 32), (int) pair);
        remembered[place] = pair;
        levelOf[place] = (byte) level;
        return level;
    }

    private int compare(int x, int y) {
        byte[] bytes = words.bytes();
        int xFrom = words.start(x);
        int xTo = words.end(x);
        int yFrom = words.start(y);
        int yTo = words.end(y);
        double near = -1;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean holds = switch (level.kind()) {
                case SOUND -> sounds[x] != 0 && sounds[x] == sounds[y];
                case FORM -> (forms[x] & forms[y]) != 0;
                case INITIAL -> (xTo - xFrom == 1 || yTo - yFrom == 1) && bytes[xFrom] == bytes[yFrom];
                case NEAR -> {
                    near = near < 0 ? Similarity.jaroWinkler(bytes, xFrom, xTo, yFrom, yTo) : near;
                    yield near >= level.amount();
                }
                case EDIT -> Similarity.edits(bytes, xFrom, xTo, yFrom, yTo, (int) level.amount()) <= level.amount();
                case ELSE -> true;
                default -> false;
            };
            if (holds) {
                return i + 1;
            }
        }
        throw new IllegalStateException("the last level is: else");
    }
}
