package org.fourfold.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.tree.Hash;

/**
 * What stands in a C2SP tlog-proof above the empty line: everything but the checkpoint.
 *
 * @param extra in base 64; empty where the line is not there
 * @param checkpointAt where the checkpoint's bytes begin
 */
public record ProofHead(String extra, long index, List<Hash> path, int checkpointAt) {

    public static final int BYTES_MAX = 65_536;

    static final String FIRST = "c2sp.org/tlog-proof@v1";
    static final String EXTRA = "extra ";
    static final String INDEX = "index ";
    private static final int PATH_MAX = 63;

    public ProofHead {
        path = List.copyOf(path);
    }

    /** Empty where it is not as tlog-proof says. */
    public static Optional<ProofHead> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int gap = text.indexOf("\n\n");
        if (bytes.length > BYTES_MAX || gap < 0) {
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(text.substring(0, gap).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(FIRST)
                || lines.size() <= at
                || !lines.get(at).startsWith(INDEX)) {
            return Optional.empty();
        }
        String extra = hasExtra ? lines.get(1).substring(EXTRA.length()) : "";
        long index = Decimal.below(lines.get(at).substring(INDEX.length()), Checkpoint.SIZE_LIMIT);
        Optional<List<Hash>> path = path(lines.subList(at + 1, lines.size()));
        boolean isHead = index != Decimal.NONE
                && path.isPresent()
                && hasExtra != extra.isEmpty()
                && Base64Text.read(extra).isPresent();
        return isHead ? Optional.of(new ProofHead(extra, index, path.get(), gap + 2)) : Optional.empty();
    }

    private static Optional<List<Hash>> path(List<String> lines) {
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            Optional<Hash> hash = Hash.fromBase64(line);
            if (hash.isEmpty() || path.size() == PATH_MAX) {
                return Optional.empty();
            }
            path.add(hash.get());
        }
        return Optional.of(path);
    }

    /** The bytes of {@link #extra}: an entry, in a proof of ours. */
    public byte[] extraBytes() {
        return Base64Text.read(extra).orElseThrow();
    }
}
