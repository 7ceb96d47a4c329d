package org.fourfold.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fourfold.ledger.tile.EntryBundle;

/**
 * Changes a good bag in one way that no verifier may let pass. Seeded: the same number gives the same change. Half of the
 * changes are a forger's, with every manifest written anew, so that only signatures and tree can tell; those are made only
 * where the format promises to tell (an opened entry may be left out, the unsigned part of a time stamp may change).
 */
final class BagMutator {

    private final Random random;

    BagMutator(long seed) {
        this.random = new Random(seed);
    }

    /** What was changed, for who looks at a failure; the place is the path of the file, where there is one. */
    record Mutation(String kind, String path, boolean isForged, BagContents contents) {}

    Mutation mutate(BagContents good) {
        while (true) {
            BagContents bag = good.copy();
            boolean isForged = random.nextBoolean();
            List<String> paths = bag.files().keySet().stream()
                    .filter(path -> !isForged || isBound(path))
                    .toList();
            String path = paths.get(random.nextInt(paths.size()));
            String kind = change(bag, path, paths, isForged);
            if (!kind.isEmpty() && !same(bag, good) && !isSpelling(bag, good)) {
                return new Mutation(kind, path, isForged, isForged ? bag.repaired() : bag);
            }
        }
    }

    /** Whether signatures or the tree bind every byte of a file. */
    private static boolean isBound(String path) {
        return path.equals("data/seal.json")
                || path.equals("data/policy")
                || path.equals("data/checkpoint")
                || path.startsWith("data/tile/")
                || path.startsWith("data/proof/")
                || path.startsWith("data/opened/")
                || path.endsWith(".consistency");
    }

    private String change(BagContents bag, String path, List<String> paths, boolean isForged) {
        byte[] bytes = bag.get(path);
        return switch (random.nextInt(6)) {
            case 0, 1 -> flip(bag, path, bytes);
            case 2 -> truncate(bag, path, bytes);
            case 3 -> swap(bag, path, paths.get(random.nextInt(paths.size())));
            case 4 -> path.startsWith("data/tile/entries/") ? reorder(bag, path, bytes) : replay(bag, isForged);
            default -> remove(bag, path, isForged);
        };
    }

    private String flip(BagContents bag, String path, byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        byte[] flipped = bytes.clone();
        int bit = random.nextInt(bytes.length * 8);
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        bag.with(path, flipped);
        return "flip";
    }

    private String truncate(BagContents bag, String path, byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        bag.with(path, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        return "truncate";
    }

    private static String swap(BagContents bag, String one, String other) {
        byte[] kept = bag.get(one);
        bag.with(one, bag.get(other)).with(other, kept);
        return "swap";
    }

    private String reorder(BagContents bag, String path, byte[] bytes) {
        List<byte[]> entries = EntryBundle.read(bytes).orElseThrow();
        if (entries.size() < 2) {
            return "";
        }
        int at = random.nextInt(entries.size() - 1);
        byte[] first = entries.get(at);
        entries.set(at, entries.get(at + 1));
        entries.set(at + 1, first);
        bag.with(path, EntryBundle.write(entries));
        return "reorder";
    }

    /** An older state of the log in the place of the last one. */
    private static String replay(BagContents bag, boolean isForged) {
        if (!isForged) {
            return "";
        }
        bag.with("data/checkpoint", bag.get("data/earlier/300.checkpoint"));
        return "replay";
    }

    /** What a bag of its kind must have. An entry that was opened may be left out by who makes the bag again. */
    private String remove(BagContents bag, String path, boolean isForged) {
        boolean mayGo = path.startsWith("data/opened/") || path.startsWith("data/proof/");
        if (isForged && mayGo) {
            bag.with("data/added-" + random.nextInt(10), "x".getBytes(StandardCharsets.UTF_8));
            return "add";
        }
        bag.without(path);
        return "remove";
    }

    /** A digest in capital letters says the same in another way; nothing else in a bag can. */
    private static boolean isSpelling(BagContents bag, BagContents good) {
        String path = BagContents.TAG_MANIFEST;
        return bag.files().containsKey(path)
                && !bag.text(path).equals(good.text(path))
                && smallDigests(bag.text(path)).equals(smallDigests(good.text(path)));
    }

    private static String smallDigests(String manifest) {
        StringBuilder small = new StringBuilder();
        for (String line : manifest.split("\n", -1)) {
            int digest = Math.min(64, line.length());
            small.append(line.substring(0, digest).toLowerCase(Locale.ROOT))
                    .append(line.substring(digest))
                    .append('\n');
        }
        return small.toString();
    }

    private static boolean same(BagContents one, BagContents other) {
        return one.files().keySet().equals(other.files().keySet())
                && one.files().keySet().stream().allMatch(path -> Arrays.equals(one.get(path), other.get(path)));
    }
}
