package org.fourfold.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.ledger.tree.InclusionProof;

/**
 * C2SP tlog-proof: an entry, its place, the hashes up to the root and the signed checkpoint, in one text file.
 *
 * @param extra the entry's bytes in base 64; empty where there is none
 * @param inclusion in the tree of the checkpoint
 */
public record TlogProof(String extra, InclusionProof inclusion, SignedCheckpoint checkpoint) {

    public static Optional<TlogProof> parse(byte[] bytes) {
        Optional<ProofHead> head = ProofHead.parse(bytes);
        Optional<SignedCheckpoint> under = head.flatMap(
                read -> SignedCheckpoint.parse(Arrays.copyOfRange(bytes, read.checkpointAt(), bytes.length)));
        return under.map(read -> new TlogProof(
                head.get().extra(),
                new InclusionProof(
                        head.get().index(), read.checkpoint().size(), head.get().path()),
                read));
    }

    /** Of an entry's bytes. */
    public static TlogProof of(byte[] entry, InclusionProof inclusion, SignedCheckpoint checkpoint) {
        return new TlogProof(Base64Text.write(entry), inclusion, checkpoint);
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder(ProofHead.FIRST).append('\n');
        if (!extra.isEmpty()) {
            text.append(ProofHead.EXTRA).append(extra).append('\n');
        }
        text.append(ProofHead.INDEX).append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
