package org.fourfold.ledger.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.store.LogRefusedException.Reason;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * The folder of a log, by its one writer. Batches are appended whole: their files are on disk when {@link #append}
 * returns. Only then may the caller commit the new size elsewhere, sign a checkpoint and {@link #publish} it; on opening
 * it says which size it committed, and what lies beyond was never published and goes.
 *
 * <p>Threads: not safe, one writer. Readers take {@link #reader} and need no lock. Cost: a batch of 1,000 entries writes
 * some ten files and waits for the disk once for each.
 */
public final class LogStore {

    private static final String CHECKPOINT = "checkpoint";

    /** How many full tiles back partial ones may still lie: more than a batch between two checkpoints fills. */
    private static final int PARTIALS_KEPT = 64;

    private final Path folder;
    private final DurableFiles files;
    private final TreeHasher hasher = new TreeHasher();
    private final Frontier frontier;
    private final List<byte[]> rows = new ArrayList<>();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private Optional<SignedCheckpoint> published;
    private boolean isBroken;

    private LogStore(Path folder, TileReader reader, Optional<SignedCheckpoint> published) throws IOException {
        this.folder = folder;
        this.files = new DurableFiles(folder);
        this.published = published;
        this.frontier = Frontier.of(reader.size(), reader);
        for (int row = 0; row < TilePath.levels(reader.size()); row++) {
            long nodes = TilePath.nodes(reader.size(), row);
            rows.add(nodes % TilePath.WIDTH == 0 ? new byte[0] : reader.hashes(row, nodes / TilePath.WIDTH));
        }
        if (reader.size() % TilePath.WIDTH != 0) {
            reader.entries(reader.size() / TilePath.WIDTH).forEach(entry -> EntryBundle.append(bundle, entry));
        }
    }

    /**
     * Opens the folder of a log, or makes one for size 0. What lies beyond the size is removed; nothing else is touched.
     *
     * @param size how many entries were committed: the end of a batch
     * @param log whose signature the folder's checkpoint must have
     */
    public static LogStore open(Path folder, long size, VerifierKey log, SignatureCheck check)
            throws IOException, LogRefusedException {
        TileReader reader = new TileReader(folder, size);
        Optional<SignedCheckpoint> published = published(folder, log, check);
        try {
            if (published.isPresent()) {
                requireGrownFrom(published.get(), reader);
            }
            LogStore store = new LogStore(folder, reader, published);
            new Leftovers(folder, size).remove();
            return store;
        } catch (UncheckedIOException e) {
            throw new LogRefusedException(Reason.INCOMPLETE, String.valueOf(e.getMessage()));
        }
    }

    /** The checkpoint that a log's folder holds. */
    public static Optional<SignedCheckpoint> published(Path folder, VerifierKey log, SignatureCheck check)
            throws IOException, LogRefusedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(folder.resolve(CHECKPOINT));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Optional<SignedCheckpoint> read = SignedCheckpoint.parse(bytes, log, check);
        if (read.isEmpty()) {
            throw new LogRefusedException(Reason.CHECKPOINT, "the folder's checkpoint is not the log's");
        }
        return read;
    }

    private static void requireGrownFrom(SignedCheckpoint published, TileReader reader) throws LogRefusedException {
        long size = published.checkpoint().size();
        if (size > reader.size()) {
            throw new LogRefusedException(
                    Reason.ROLLED_BACK, "published up to " + size + ", the log is said to have " + reader.size());
        }
        if (!reader.rootAt(size).equals(published.checkpoint().root())) {
            throw new LogRefusedException(Reason.FORKED, "the tree of size " + size + " is not the published one");
        }
    }

    /** Size and root as they are now. */
    public Head head() {
        return new Head(frontier.size(), frontier.root());
    }

    public Optional<SignedCheckpoint> published() {
        return published;
    }

    /** Reads the log as it is now. */
    public TileReader reader() {
        return new TileReader(folder, frontier.size());
    }

    /**
     * Appends entries; when it returns they are on disk. After an {@link IOException} nothing more is accepted: open
     * again at the size that was committed.
     */
    public Head append(List<byte[]> entries) throws IOException {
        requireWhole();
        if (entries.isEmpty()) {
            return head();
        }
        if (entries.stream().anyMatch(entry -> entry.length > Entry.BYTES_MAX)) {
            throw new IllegalArgumentException("an entry has at most " + Entry.BYTES_MAX + " bytes");
        }
        isBroken = true;
        long before = frontier.size();
        for (byte[] entry : entries) {
            append(entry);
        }
        writePartial(before);
        files.sync();
        isBroken = false;
        return head();
    }

    private void append(byte[] entry) throws IOException {
        byte[] leaf = new byte[Hash.BYTES];
        hasher.leaf(entry, 0, entry.length, leaf, 0);
        frontier.append(leaf, 0);
        EntryBundle.append(bundle, entry);
        if (frontier.size() % TilePath.WIDTH == 0) {
            files.write(TilePath.entries(frontier.size() / TilePath.WIDTH - 1, TilePath.WIDTH), bundle.toByteArray());
            bundle.reset();
        }
        push(0, leaf);
    }

    /** Adds a hash to a row of tiles; a tile that is full is written, and its root goes to the row above. */
    private void push(int row, byte[] hash) throws IOException {
        if (row == rows.size()) {
            rows.add(new byte[0]);
        }
        byte[] tile = Arrays.copyOf(rows.get(row), rows.get(row).length + Hash.BYTES);
        System.arraycopy(hash, 0, tile, tile.length - Hash.BYTES, Hash.BYTES);
        if (tile.length < TilePath.WIDTH * Hash.BYTES) {
            rows.set(row, tile);
            return;
        }
        files.write(
                TilePath.hashes(row, TilePath.nodes(frontier.size(), row) / TilePath.WIDTH - 1, TilePath.WIDTH), tile);
        rows.set(row, new byte[0]);
        push(row + 1, hasher.complete(tile.clone(), TilePath.HEIGHT).bytes());
    }

    private void writePartial(long before) throws IOException {
        long size = frontier.size();
        if (bundle.size() > 0) {
            files.write(TilePath.entries(size / TilePath.WIDTH, (int) (size % TilePath.WIDTH)), bundle.toByteArray());
        }
        for (int row = 0; row < rows.size(); row++) {
            long nodes = TilePath.nodes(size, row);
            byte[] tile = rows.get(row);
            if (tile.length > 0 && nodes != TilePath.nodes(before, row)) {
                files.write(TilePath.hashes(row, nodes / TilePath.WIDTH, tile.length / Hash.BYTES), tile);
            }
        }
    }

    /** Partial tiles are needed no longer when the full one stands under a published checkpoint, as tlog-tiles allows. */
    private void removePartials(long size) throws IOException {
        for (int row = 0; row < TilePath.levels(size); row++) {
            long full = TilePath.nodes(size, row) / TilePath.WIDTH;
            for (long number = Math.max(0, full - PARTIALS_KEPT); number < full; number++) {
                files.removePartials(TilePath.hashes(row, number, TilePath.WIDTH));
                if (row == 0) {
                    files.removePartials(TilePath.entries(number, TilePath.WIDTH));
                }
            }
        }
    }

    /** Puts a signed checkpoint in the place of the last, in one step. It must be of this log as it is or was. */
    public void publish(SignedCheckpoint checkpoint) throws IOException {
        requireWhole();
        long size = checkpoint.checkpoint().size();
        boolean isOurs = size <= frontier.size()
                && (published.isEmpty() || size >= published.get().checkpoint().size())
                && rootAt(size).equals(checkpoint.checkpoint().root());
        if (!isOurs) {
            throw new IllegalArgumentException("a checkpoint of another tree, or an older one");
        }
        isBroken = true;
        files.write(CHECKPOINT, checkpoint.bytes());
        files.sync();
        published = Optional.of(checkpoint);
        removePartials(size);
        isBroken = false;
    }

    private Hash rootAt(long size) {
        return size == frontier.size() ? frontier.root() : reader().rootAt(size);
    }

    private void requireWhole() {
        if (isBroken) {
            throw new IllegalStateException("the log could not be written; open it again");
        }
    }
}
