package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Forms;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.ByteDictionary;

/** Compares words. What two words have in common is worked out once as long as it is remembered. */
final class WordKernel extends Kernel implements ValueLevels {

    private static final int MEMORY_BITS = 15;
    private static final int CODE_BITS = 30;
    private static final int LEVEL_BITS = 4;

    private final int place;
    private final ByteDictionary words;
    private final Level[] levels;
    private final int[] sounds;
    /** Per word the group of its forms; empty where they do not count. */
    private final int[] forms;

    /** Values behind this one came later and may go again: what they have in common with others is not remembered. */
    private final int settled;

    /** Per level where the other slot stands, for swaps; -1 otherwise. */
    private final int[] swapped;

    private final int firstSwap;
    private final boolean startsSame;

    /** Pairs of words and their level, each in the place that it shares with others. */
    private final long[] remembered = new long[1 << MEMORY_BITS];

    private final Sieve sieve;

    WordKernel(Codes codes, Slot slot, List<Level> levels, int[] swapped, int[] subjects, int[] forms, long[] letters) {
        super(codes, subjects);
        this.place = codes.place(slot.name());
        this.words = slot.vocabulary().values();
        this.settled = slot.vocabulary().size();
        this.levels = levels.toArray(Level[]::new);
        this.swapped = swapped;
        this.forms = forms;
        boolean bySound = levels.stream().anyMatch(level -> level.kind() == Level.Kind.SOUND);
        this.sounds = bySound
                ? slot.vocabulary().derived(Derivation.SOUND).code()
                : new int[slot.vocabulary().room() + 1];
        int first = levels.size();
        for (int i = levels.size() - 1; i >= 0; i--) {
            first = swapped[i] < 0 ? first : i;
        }
        this.firstSwap = first;
        this.startsSame = levels.getFirst().kind() == Level.Kind.SAME;
        this.sieve = new Sieve(letters, levels);
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            int x = table[a[i] * step + place];
            int y = table[b[i] * step + place];
            int level = 0;
            if (x != 0 && y != 0) {
                level = x == y && startsSame ? 1 : levelOfOthers(x, y);
                if (level > firstSwap) {
                    level = swap(a[i], b[i], x, y, level);
                }
            }
            out[i] = (byte) level;
        }
    }

    @Override
    public int rarity(int level, int a, int b, int[] bits) {
        int other = swapped[level - 1];
        if (other < 0) {
            return super.rarity(level, a, b, bits);
        }
        int x = table[a * step + place];
        return table[b * step + other] == x ? bits[x] : bits[table[b * step + place]];
    }

    private int swap(int a, int b, int x, int y, int level) {
        for (int i = firstSwap; i < level; i++) {
            int other = swapped[i];
            if (other >= 0 && (table[b * step + other] == x || table[a * step + other] == y)) {
                return i + 1;
            }
        }
        return level;
    }

    @Override
    public int level(int x, int y) {
        return x == y && startsSame ? 1 : levelOfOthers(x, y);
    }

    private int levelOfOthers(int x, int y) {
        boolean alike = sounds[x] == sounds[y] && sounds[x] != 0;
        if (!alike && !isForm(x, y) && sieve.isFar(x, y)) {
            return levels.length;
        }
        if (x > settled || y > settled) {
            return x < y ? compare(x, y) : compare(y, x);
        }
        long pair = x < y ? ((long) x << CODE_BITS) | y : ((long) y << CODE_BITS) | x;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - MEMORY_BITS));
        long found = remembered[slot];
        if (found >>> LEVEL_BITS == pair) {
            return (int) found & ((1 << LEVEL_BITS) - 1);
        }
        int level = x < y ? compare(x, y) : compare(y, x);
        remembered[slot] = (pair << LEVEL_BITS) | level;
        return level;
    }

    private boolean isForm(int x, int y) {
        return forms.length > 0
                && forms[x] != 0
                && forms[y] != 0
                && Forms.shipped().share(forms[x], forms[y]);
    }

    private int compare(int x, int y) {
        byte[] bytes = words.bytes();
        int xFrom = words.start(x);
        int xTo = words.end(x);
        int yFrom = words.start(y);
        int yTo = words.end(y);
        double near = -1;
        for (int i = 0; i < levels.length; i++) {
            Level level = levels[i];
            boolean holds = switch (level.kind()) {
                case SAME -> x == y;
                case SOUND -> sounds[x] != 0 && sounds[x] == sounds[y];
                case FORM -> isForm(x, y);
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
