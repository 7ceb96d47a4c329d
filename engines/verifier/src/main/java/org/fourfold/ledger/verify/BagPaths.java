package org.fourfold.ledger.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.BagIt;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.Decimal;
import org.fourfold.ledger.tile.TilePath;

/** The paths that a payload may have. */
public final class BagPaths {

    public static final String SEAL = BagIt.DATA + "seal.json";
    public static final String POLICY = BagIt.DATA + "policy";
    public static final String CHECKPOINT = BagIt.DATA + "checkpoint";
    public static final String PROOFS = BagIt.DATA + "proof/";
    public static final String OPENED = BagIt.DATA + "opened/";
    public static final String EARLIER = BagIt.DATA + "earlier/";
    public static final String ATTACHED = BagIt.DATA + "attached/";
    public static final String TLOG_PROOF = ".tlog-proof";
    public static final String JSON = ".json";
    public static final String DOT_CHECKPOINT = ".checkpoint";
    public static final String CONSISTENCY = ".consistency";
    public static final String STAMP = ".tsr";

    private BagPaths() {}

    /** A file with the numbers in its name. */
    record Numbered(BagFile file, long number, long second) {}

    /** Whether a bag of this kind and size may hold a payload file with this path. */
    static boolean isKnown(String path, Seal seal) {
        return switch (path) {
            case SEAL, POLICY, CHECKPOINT -> true;
            default -> {
                if (path.startsWith(BagIt.DATA + "tile/")) {
                    yield seal.kind() == Seal.Kind.LOG
                            && TilePath.isOf(path.substring(BagIt.DATA.length()), seal.size());
                }
                if (path.startsWith(PROOFS)) {
                    yield seal.kind() == Seal.Kind.CASE && number(path, PROOFS, TLOG_PROOF) >= 0;
                }
                yield path.startsWith(ATTACHED)
                        || number(path, OPENED, JSON) >= 0
                        || number(path, EARLIER, DOT_CHECKPOINT) >= 0
                        || number(path, EARLIER, CONSISTENCY) >= 0
                        || isStamp(path);
            }
        };
    }

    private static boolean isStamp(String path) {
        if (!path.startsWith(EARLIER) || !path.endsWith(STAMP)) {
            return false;
        }
        String numbers = middle(path, EARLIER, STAMP);
        int point = numbers.indexOf('.');
        return point > 0 && below(numbers.substring(0, point)) >= 0 && below(numbers.substring(point + 1)) >= 0;
    }

    private static long below(String digits) {
        return Decimal.below(digits, Checkpoint.SIZE_LIMIT);
    }

    private static String middle(String path, String before, String after) {
        return path.length() < before.length() + after.length()
                ? ""
                : path.substring(before.length(), path.length() - after.length());
    }

    private static long number(String path, String before, String after) {
        return path.startsWith(before) && path.endsWith(after) ? below(middle(path, before, after)) : Decimal.NONE;
    }

    /** The files named by one number, in the order of numbers. */
    static List<Numbered> numbered(Container bag, String before, String after) {
        List<Numbered> found = new ArrayList<>();
        for (BagFile file : bag.below(before)) {
            long number = number(file.path(), before, after);
            if (number >= 0) {
                found.add(new Numbered(file, number, 0));
            }
        }
        found.sort(Comparator.comparingLong(Numbered::number));
        return found;
    }

    /** The time stamps, by size and then by their own number. */
    static List<Numbered> stamps(Container bag) {
        List<Numbered> found = new ArrayList<>();
        for (BagFile file : bag.below(EARLIER)) {
            if (isStamp(file.path())) {
                String numbers = middle(file.path(), EARLIER, STAMP);
                int point = numbers.indexOf('.');
                found.add(new Numbered(
                        file, Decimal.read(numbers.substring(0, point)), Decimal.read(numbers.substring(point + 1))));
            }
        }
        found.sort(Comparator.comparingLong(Numbered::number).thenComparingLong(Numbered::second));
        return found;
    }
}
