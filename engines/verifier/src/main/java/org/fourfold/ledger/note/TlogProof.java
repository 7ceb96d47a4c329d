package org.fourfold.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.InclusionProof;

/**
 * C2SP tlog-proof: an entry, its place, the hashes up to the root and the signed checkpoint, in one text file.
 *
 * @param extra the entry's bytes in a proof of ours; empty where the line is not there
 * @param index of the entry
 * @param path from the leaf's sibling up to the child of the root
 * @param checkpoint byte for byte as it stands in the proof
 */
public record TlogProof(byte[] extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {

    public static final int BYTES_MAX = 65_536;

    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int PATH_MAX = 63;

    public TlogProof {
        extra = extra.clone();
        path = List.copyOf(path);
    }

    public static Optional<TlogProof> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int gap = text.indexOf("\n\n");
        if (bytes.length > BYTES_MAX || gap < 0) {
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(text.substring(0, gap).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(HEAD)
                || lines.size() <= at
                || !lines.get(at).startsWith(INDEX)) {
            return Optional.empty();
        }
        Optional<byte[]> extra =
                hasExtra ? Base64Text.read(lines.get(1).substring(EXTRA.length())) : Optional.of(new byte[0]);
        long index = Decimal.read(lines.get(at).substring(INDEX.length()));
        Optional<List<Hash>> path = path(lines.subList(at + 1, lines.size()));
        Optional<SignedCheckpoint> under = SignedCheckpoint.parse(Arrays.copyOfRange(bytes, gap + 2, bytes.length));
        boolean isProof = extra.isPresent() && index != Decimal.NONE && path.isPresent() && under.isPresent();
        return isProof && hasExtra == extra.get().length > 0
                ? Optional.of(new TlogProof(extra.get(), index, path.get(), under.get()))
                : Optional.empty();
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

    /** The proof of inclusion in it, in the tree of its own checkpoint. */
    public InclusionProof inclusion() {
        return new InclusionProof(index, checkpoint.checkpoint().size(), path);
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(Base64Text.write(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
