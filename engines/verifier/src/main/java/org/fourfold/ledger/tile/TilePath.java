package org.fourfold.ledger.tile;

import org.fourfold.ledger.note.Decimal;

/**
 * The paths of C2SP tlog-tiles: {@code tile/<L>/<N>[.p/<W>]} and {@code tile/entries/<N>[.p/<W>]}, N in groups of three
 * digits, all but the last after an x.
 */
public final class TilePath {

    /** Hashes, or entries, of a full tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree between one row of tiles and the next. */
    public static final int HEIGHT = 8;

    /** A number of a tile above which no more digits are read. */
    private static final long LARGE = 1L << 40;

    private TilePath() {}

    /** The tile of hashes of that level (of tiles) and number, {@link #WIDTH} wide or less. */
    public static String hashes(int level, long number, int width) {
        return "tile/" + level + "/" + number(number) + part(width);
    }

    /** The bundle of entries of that number. */
    public static String entries(long number, int width) {
        return "tile/entries/" + number(number) + part(width);
    }

    /** How many nodes of that level of tiles a tree of a size has, complete ones only. */
    public static long nodes(long size, int level) {
        return level * HEIGHT >= Long.SIZE ? 0 : size >>> (level * HEIGHT);
    }

    /** How many levels of tiles a tree of a size has. */
    public static int levels(long size) {
        int levels = 0;
        while (nodes(size, levels) > 0) {
            levels++;
        }
        return levels;
    }

    /** How many tiles that many nodes fill, the last perhaps in part. */
    public static long tiles(long nodes) {
        return nodes / WIDTH + (nodes % WIDTH == 0 ? 0 : 1);
    }

    /** The width of a tile among that many nodes. */
    public static int width(long nodes, long number) {
        return (int) Math.min(WIDTH, nodes - number * WIDTH);
    }

    /** Whether a path is that of a tile or a bundle of a tree of this size, and of no other width. */
    public static boolean isOf(String path, long size) {
        String[] parts = path.split("/", -1);
        if (parts.length < 3 || !parts[0].equals("tile")) {
            return false;
        }
        boolean isEntries = parts[1].equals("entries");
        long row = isEntries ? 0 : Decimal.read(parts[1]);
        long number = 0;
        for (int i = 2; i < parts.length && !parts[i - 1].endsWith(".p"); i++) {
            String digits = parts[i].startsWith("x") ? parts[i].substring(1) : parts[i];
            String plain = digits.endsWith(".p") ? digits.substring(0, digits.length() - 2) : digits;
            if (plain.length() != 3 || !plain.chars().allMatch(c -> c >= '0' && c <= '9') || number > LARGE) {
                return false;
            }
            number = 1000 * number + Integer.parseInt(plain);
        }
        if (row < 0 || row >= levels(size) || number >= tiles(nodes(size, (int) row))) {
            return false;
        }
        int width = width(nodes(size, (int) row), number);
        return path.equals(isEntries ? entries(number, width) : hashes((int) row, number, width));
    }

    private static String part(int width) {
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile is " + width + " wide");
        }
        return width == WIDTH ? "" : ".p/" + width;
    }

    private static String number(long number) {
        String last = three(number % 1000);
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            last = "x" + three(rest % 1000) + "/" + last;
        }
        return last;
    }

    private static String three(long digits) {
        return (digits < 10 ? "00" : digits < 100 ? "0" : "") + digits;
    }
}
