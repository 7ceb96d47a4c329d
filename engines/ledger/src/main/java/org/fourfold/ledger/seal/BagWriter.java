package org.fourfold.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fourfold.ledger.bag.BagIt;
import org.fourfold.ledger.bag.Octets;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.TlogProof;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.ConsistencyProof;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.ledger.verify.BagPaths;
import org.fourfold.ledger.verify.Seal;

/**
 * Writes one bag. Files are streamed one after the other; memory holds their paths and digests.
 *
 * <p>Threads: not safe, used once.
 */
public final class BagWriter {

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final int CHUNK = 65_536;

    private final TileReader log;
    private final BagPlan plan;
    private final BagTarget target;
    private final SortedMap<String, String> payload = new TreeMap<>();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private long octets;

    private BagWriter(TileReader log, BagPlan plan, BagTarget target) {
        this.log = log;
        this.plan = plan;
        this.target = target;
    }

    /** Seals a whole log. The reader must be of the checkpoint's size. */
    public static void sealLog(TileReader log, BagPlan plan, BagTarget target) throws IOException {
        BagWriter writer = new BagWriter(log, plan, target);
        writer.begin(Seal.Kind.LOG);
        try {
            writer.tiles();
            writer.rest(Seal.Kind.LOG);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Seals these entries with their proofs, and none but them. */
    public static void sealCase(TileReader log, SortedSet<Long> indexes, BagPlan plan, BagTarget target)
            throws IOException {
        if (indexes.isEmpty() || !indexes.containsAll(plan.openings().keySet())) {
            throw new IllegalArgumentException("a case has entries, and opens only its own");
        }
        BagWriter writer = new BagWriter(log, plan, target);
        writer.begin(Seal.Kind.CASE);
        try {
            for (long index : indexes) {
                TlogProof proof = TlogProof.of(log.entry(index), log.inclusion(index), plan.checkpoint());
                writer.payload(BagPaths.PROOFS + index + BagPaths.TLOG_PROOF, Source.of(proof.bytes()));
            }
            writer.rest(Seal.Kind.CASE);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private void begin(Seal.Kind kind) throws IOException {
        Checkpoint checkpoint = plan.checkpoint().checkpoint();
        byte[] policy = plan.policy().getBytes(StandardCharsets.UTF_8);
        boolean isOfLog = checkpoint.size() == log.size() && checkpoint.root().equals(log.root());
        boolean isOfKey = Policy.parse(policy)
                .filter(read -> read.log().name().equals(checkpoint.origin()))
                .isPresent();
        if (!isOfLog || !isOfKey) {
            throw new IllegalArgumentException("policy, checkpoint and log do not belong together");
        }
        Seal seal = new Seal(kind, checkpoint.origin(), checkpoint.size());
        payload(BagPaths.SEAL, Source.of(seal.bytes()));
        payload(BagPaths.POLICY, Source.of(policy));
        payload(BagPaths.CHECKPOINT, Source.of(plan.checkpoint().bytes()));
    }

    private void tiles() throws IOException {
        long size = log.size();
        for (long number = 0; number < TilePath.tiles(size); number++) {
            int width = TilePath.width(size, number);
            payload(BagIt.DATA + TilePath.entries(number, width), Source.of(EntryBundle.write(log.entries(number))));
        }
        for (int row = 0; row < TilePath.levels(size); row++) {
            long nodes = TilePath.nodes(size, row);
            for (long number = 0; number < TilePath.tiles(nodes); number++) {
                String path = TilePath.hashes(row, number, TilePath.width(nodes, number));
                payload(BagIt.DATA + path, Source.of(log.hashes(row, number)));
            }
        }
    }

    private void rest(Seal.Kind kind) throws IOException {
        for (Map.Entry<Long, Supplier<Opening>> opened : plan.openings().entrySet()) {
            payload(
                    BagPaths.OPENED + opened.getKey() + BagPaths.JSON,
                    Source.of(opened.getValue().get().bytes()));
        }
        for (EarlierCheckpoint earlier : plan.earlier()) {
            earlier(earlier, kind);
        }
        for (Map.Entry<String, Source> document : plan.attached().entrySet()) {
            payload(BagPaths.ATTACHED + document.getKey(), document.getValue());
        }
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag(
                "bag-info.txt",
                "Bag-Software-Agent: " + plan.agent() + "\nBagging-Date: " + plan.bagged() + "\nPayload-Oxum: " + octets
                        + "." + payload.size() + "\n");
        for (Map.Entry<String, Source> file : plan.tagFiles().entrySet()) {
            if (file.getKey().startsWith(BagIt.DATA) || tags.containsKey(file.getKey())) {
                throw new IllegalArgumentException("no place for this file");
            }
            tags.put(file.getKey(), write(file.getKey(), file.getValue()));
        }
        tag(MANIFEST, manifest(payload));
        tag(TAG_MANIFEST, manifest(tags));
    }

    private void earlier(EarlierCheckpoint earlier, Seal.Kind kind) throws IOException {
        Checkpoint before = earlier.checkpoint().checkpoint();
        String name = BagPaths.EARLIER + before.size();
        payload(name + BagPaths.DOT_CHECKPOINT, Source.of(earlier.checkpoint().bytes()));
        if (kind == Seal.Kind.CASE) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            if (before.size() > 0) {
                ConsistencyProof proof = log.consistencyFrom(before.size());
                for (Hash hash : proof.path()) {
                    lines.writeBytes((hash.base64() + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
            payload(name + BagPaths.CONSISTENCY, Source.of(lines.toByteArray()));
        }
        for (int i = 0; i < earlier.stamps().size(); i++) {
            payload(name + "." + (i + 1) + BagPaths.STAMP, earlier.stamps().get(i));
        }
    }

    private void payload(String path, Source source) throws IOException {
        if (payload.containsKey(path)) {
            throw new IllegalArgumentException("the same file twice");
        }
        payload.put(path, write(path, source));
    }

    private void tag(String path, String text) throws IOException {
        tags.put(path, write(path, Source.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Streams a file into the bag; gives its digest. */
    private String write(String path, Source source) throws IOException {
        if (!Octets.isSafe(Octets.of(path))) {
            throw new IllegalArgumentException("no path of a bag");
        }
        MessageDigest digest = TreeHasher.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = source.open();
                OutputStream out = target.open(path)) {
            int read;
            while ((read = in.read(chunk)) > 0) {
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                octets += path.startsWith(BagIt.DATA) ? read : 0;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String manifest(SortedMap<String, String> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, digest) -> lines.append(digest)
                .append("  ")
                .append(path.replace("%", "%25"))
                .append('\n'));
        return lines.toString();
    }
}
