package org.fourfold.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Hash;

/** Where a changed bag differs from the good one: the files, and the first entry whose bytes or hash did. */
final class ChangedPlaces {

    private static final String BUNDLES = "data/tile/entries/";
    private static final String LEAVES = "data/tile/0/";

    private final List<String> paths = new ArrayList<>();
    private final List<Long> entries = new ArrayList<>();
    private boolean isWithin;

    /** What a forger makes fit the change, the manifests, is no place of it. */
    ChangedPlaces(BagContents good, BagMutator.Mutation mutation) {
        BagContents bag = mutation.contents();
        TreeSet<String> all = new TreeSet<>(good.files().keySet());
        all.addAll(bag.files().keySet());
        isWithin =
                all.size() == good.files().size() && all.size() == bag.files().size();
        for (String path : all) {
            Optional<byte[]> was = Optional.ofNullable(good.files().get(path));
            Optional<byte[]> is = Optional.ofNullable(bag.files().get(path));
            boolean isSame = was.isPresent() && is.isPresent() && Arrays.equals(was.get(), is.get());
            if (!isSame && (path.startsWith("data/") || !mutation.isForged())) {
                paths.add(path);
                if (was.isPresent() && is.isPresent()) {
                    isWithin &= isWhole(path, was.get(), is.get());
                    entry(path, was.get(), Arrays.mismatch(was.get(), is.get())).ifPresent(entries::add);
                }
            }
        }
    }

    /**
     * Whether entries or their hashes changed within files of many that are as long in entries as before: naming the file
     * alone would say little.
     */
    boolean isAmongEntries() {
        return isWithin && paths.stream().allMatch(path -> path.startsWith(BUNDLES) || path.startsWith(LEAVES));
    }

    /** Whether the place is one of the files. */
    boolean hasFile(String place) {
        String file = place.replaceFirst(":[0-9]+$", "");
        return paths.stream().anyMatch(path -> escaped(path).equals(file));
    }

    /** Whether the place is the index of an entry that changed, or of its neighbour. */
    boolean hasEntry(String place) {
        return place.matches("[0-9]{1,12}")
                && entries.stream().anyMatch(entry -> Math.abs(entry - Long.parseLong(place)) <= 1);
    }

    /** As docs/formats/bag.md writes a place. */
    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0x20 && octet < 0x7F && octet != '%') {
                escaped.append((char) octet);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return escaped.toString();
    }

    private static boolean isWhole(String path, byte[] was, byte[] is) {
        return path.startsWith(BUNDLES)
                ? EntryBundle.read(is)
                        .map(List::size)
                        .equals(EntryBundle.read(was).map(List::size))
                : was.length == is.length;
    }

    private static OptionalLong entry(String path, byte[] was, int offset) {
        if (path.startsWith(BUNDLES)) {
            return OptionalLong.of(first(path, BUNDLES) + inBundle(was, offset));
        }
        if (path.startsWith(LEAVES)) {
            return OptionalLong.of(first(path, LEAVES) + offset / Hash.BYTES);
        }
        if (path.startsWith("data/proof/") || path.startsWith("data/opened/")) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return OptionalLong.of(Long.parseLong(name.substring(0, name.indexOf('.'))));
        }
        return OptionalLong.empty();
    }

    /** The first entry of a tile; these logs have fewer than a thousand tiles. */
    private static long first(String path, String folder) {
        return Long.parseLong(path.substring(folder.length(), folder.length() + 3)) * TilePath.WIDTH;
    }

    private static int inBundle(byte[] bundle, int offset) {
        int end = 0;
        int at = 0;
        for (byte[] entry : EntryBundle.read(bundle).orElseThrow()) {
            end += 2 + entry.length;
            if (offset < end) {
                return at;
            }
            at++;
        }
        return at;
    }
}
