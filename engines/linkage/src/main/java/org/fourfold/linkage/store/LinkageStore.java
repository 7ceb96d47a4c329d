package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.train.Weights;

/**
 * Records with their pairs and clusters in a folder, under a model that is frozen.
 *
 * <p>A question names one record's values and is answered with whom it may be, best first, with the evidence that a run over a
 * table would give. A batch is linked with itself and with all that is there; only components it touches are clustered anew.
 * Pairs and clusters follow from the records that the store holds, not from the portions in which they came or went.
 *
 * <p>Disk, per record: 4 bytes a slot, 12 bytes a rule, 24 a pair, its id, and 20 more. All but vocabularies and clusters is
 * mapped, so that the system keeps in memory what is asked for. A change is whole or has not been: files never change, and the
 * manifest that names the new ones replaces the old one at once.
 *
 * <p>Threads: safe; one question or change at a time, and one process. After a write that failed the store is closed and as it
 * was before.
 */
public final class LinkageStore implements AutoCloseable {

    /** Records of a store, those that are gone and not yet forgotten included. */
    public static final int ROWS_MAX = 1 << 27;

    /** Records of one batch, whose new pairs are in memory until they are written. More come in several batches. */
    public static final int BATCH_MAX = 100_000;

    /** Answers to one question. */
    public static final int ANSWERS_MAX = 1_000;

    private final Folder folder;
    private final Holding holding;
    private boolean closed;

    private LinkageStore(Folder folder) throws IOException {
        this.folder = folder;
        this.holding = new Holding(folder);
    }

    /**
     * Makes a store of what came of one run over a table, and opens it. Its rows are the records' numbers.
     *
     * @param folder is made if it is not there; must hold no store
     * @param model the lines of the model file
     * @param weights with the prior that is to stay
     * @param edges those below a probability of one in a hundred are left out
     * @throws StoreProblem when there is a store already, when these do not fit together, or when the model compares texts,
     *     gives a record several keys under a rule, or links across sources only: a store cannot do these yet
     */
    public static LinkageStore create(
            Path folder, List<String> model, Records records, Weights weights, Edges edges, int[] clusters)
            throws IOException {
        return create(folder, model, records, weights, edges, clusters, Steps.NONE);
    }

    static LinkageStore create(
            Path path, List<String> model, Records records, Weights weights, Edges edges, int[] clusters, Steps steps)
            throws IOException {
        Path _ = Files.createDirectories(path);
        Folder folder = Folder.take(path, steps);
        try {
            if (folder.isStore()) {
                throw new StoreProblem("There is a store in " + path + " already. Choose another folder.");
            }
            Creating creating = new Creating(folder, model, records, weights);
            List<String> faults = creating.faults(edges, clusters);
            if (!faults.isEmpty()) {
                throw new StoreProblem("No store can be made of this: " + String.join("; ", faults) + ".");
            }
            creating.run(edges, clusters);
            return new LinkageStore(folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Opens a store. Every file is read once and checked.
     *
     * @throws StoreProblem when there is none, when it is open elsewhere, or when a file is damaged or missing
     */
    public static LinkageStore open(Path folder) throws IOException {
        return open(folder, Steps.NONE);
    }

    static LinkageStore open(Path path, Steps steps) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new StoreProblem("There is no store in " + path + ": it is no folder.");
        }
        Folder folder = Folder.take(path, steps);
        try {
            return new LinkageStore(folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public LinkageModel model() {
        return holding.model();
    }

    public Weights weights() {
        return holding.weights();
    }

    /** How many records it holds. */
    public synchronized int size() {
        requireOpen();
        int size = 0;
        for (int label : holding.state().clusters()) {
            size += label == State.GONE ? 0 : 1;
        }
        return size;
    }

    /**
     * Who a record may be.
     *
     * @param values cells by the names of their columns, as in a table that the model reads. A record of the same source and id
     *     is the one that asks, and no answer
     * @return whom it may be with a probability of one in a hundred at least; the best first, at most {@link #ANSWERS_MAX}
     */
    public synchronized List<Candidate> query(Map<String, String> values) {
        requireOpen();
        return new Asking(holding).answer(values);
    }

    /**
     * Takes a batch in.
     *
     * @param batch as {@link RecordsReader} reads them by this store's model
     * @throws StoreProblem when it is empty or too large, or when it could not be written; the store is then as before
     */
    public synchronized Change add(Records batch) {
        requireOpen();
        int rows = holding.state().manifest().rows();
        if (batch.size() == 0 || batch.size() > BATCH_MAX || batch.size() > ROWS_MAX - rows) {
            throw new StoreProblem("A batch has 1 to " + BATCH_MAX + " records and a store at most " + ROWS_MAX
                    + "; this has " + batch.size() + " for a store of " + rows + ".");
        }
        return changed(() -> new Adding(holding, batch).run());
    }

    /**
     * Takes a record out, or all that its source calls so. What it said is overwritten at the next merging.
     *
     * @throws StoreProblem when there is no such record, or when it could not be written; the store is then as before
     */
    public Change remove(RecordName record) {
        return remove(List.of(record));
    }

    /** The same for several. */
    public synchronized Change remove(Collection<RecordName> records) {
        requireOpen();
        SortedSet<Integer> rows = new TreeSet<>();
        for (RecordName record : records) {
            List<Integer> found = holding.rowsOf(record);
            if (found.isEmpty()) {
                throw new StoreProblem("One of the records that are to be removed is not in the store. None was.");
            }
            rows.addAll(found);
        }
        return changed(() -> new Removing(holding).run(rows));
    }

    /** Makes few files of many and forgets what removed records said. A store does so itself when there are many. */
    public synchronized void merge() {
        requireOpen();
        Change _ = changed(() -> {
            new Merging(holding).mergeAll();
            return new Change(0, 0, 0, 0, 0, 0, List.of(), Drift.NONE);
        });
    }

    /** Something that writes. */
    @FunctionalInterface
    private interface Writing {
        Change run() throws IOException;
    }

    private Change changed(Writing writing) {
        try {
            Change change = writing.run();
            new Merging(holding).mergeIfMany();
            return change;
        } catch (IOException | RuntimeException e) {
            close();
            throw new StoreProblem(
                    "The store " + folder.path() + " could not be written (" + e.getMessage()
                            + ") and is closed. Make room on the disk or mend what is said, and open it again: it is whole.",
                    e);
        }
    }

    /** The row of a record; the first if a source uses an id again. */
    public synchronized Optional<Integer> find(RecordName record) {
        requireOpen();
        return holding.rowsOf(record).stream().findFirst();
    }

    public synchronized RecordName name(int row) {
        requireOpen();
        requireRow(row);
        return holding.nameOf(row);
    }

    /** Per row its cluster, as the row of one of its records; -1 for records that are gone. */
    public synchronized int[] clusters() {
        requireOpen();
        return holding.state().clusters().clone();
    }

    /** Whom a record forms pairs with, by row, and the evidence in parts of a bit. */
    public synchronized SortedMap<Integer, Integer> pairsOf(int row) {
        requireOpen();
        requireRow(row);
        return holding.state().edges().of(row);
    }

    private void requireRow(int row) {
        int[] clusters = holding.state().clusters();
        if (row < 0 || row >= clusters.length || clusters[row] == State.GONE) {
            throw new IllegalArgumentException("no record has row " + row);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreProblem("The store " + folder.path() + " is closed. Open it again.");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        holding.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new StoreProblem("The lock of the store " + folder.path() + " could not be let go.", e);
        }
    }
}
