package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.cluster.Contradiction;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Judgements;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
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
     * Makes a store of what came of one run over tables, and opens it. Its rows are the records' numbers.
     *
     * @param folder is made if it is not there; must hold no store
     * @param model the lines of the model file
     * @param result of a run under what is known; pairs below a probability of one in a hundred are left out
     * @throws StoreProblem when there is a store already, or when these do not fit together
     */
    public static LinkageStore create(Path folder, List<String> model, Linkage.Result result, Known known)
            throws IOException {
        return create(folder, model, result, known, Steps.NONE);
    }

    static LinkageStore create(Path path, List<String> model, Linkage.Result result, Known known, Steps steps)
            throws IOException {
        Path _ = Files.createDirectories(path);
        return opened(Folder.take(path, steps), folder -> new Creating(folder, model, result, known).run());
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
        return opened(Folder.take(path, steps), _ -> {});
    }

    /** What is done with a folder before it is opened. */
    @FunctionalInterface
    private interface Before {
        void run(Folder folder) throws IOException;
    }

    private static LinkageStore opened(Folder folder, Before before) throws IOException {
        try {
            before.run(folder);
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
        return holding.state().size();
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
        Adding.check(batch, holding.state().manifest().rows());
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
        SortedSet<Integer> rows = Removing.rows(holding, records);
        return changed(() -> new Removing(holding).run(rows));
    }

    /**
     * Takes judgements in. Only components that they are about are clustered anew; one about a record that is not there waits
     * until it comes.
     *
     * @param day (UTC) on which it is asked which judgements hold: those that ended hold no more
     * @throws StoreProblem when there are too many, or when it could not be written; the store is then as before
     */
    public synchronized Change judge(Collection<Judgement> more, LocalDate day) {
        requireOpen();
        Judgements all = Judging.with(holding.state().judged().all(), more);
        return changed(() -> new Judging(holding).run(all, day));
    }

    /**
     * Takes judgements back, as if they had never been made.
     *
     * @param day as in {@link #judge}
     * @throws StoreProblem when one of them is not there, or when it could not be written; the store is then as before
     */
    public synchronized Change takeBack(Collection<Judgement> some, LocalDate day) {
        requireOpen();
        Judgements left = Judging.without(holding.state().judged().all(), some);
        return changed(() -> new Judging(holding).run(left, day));
    }

    /**
     * Learns anew from the records that this store holds, and makes another store of what comes of it: same records, same
     * judgements, same rules for sources, new weights and new counts. This store stays as it is. Takes as long as a run over a
     * table and as much memory.
     *
     * @param path where the new store is to be
     * @param previous ids that clusters have, from {@link #named} or from a run; those that are still there keep theirs
     * @throws StoreProblem when there is a store already, or too few records to learn from
     */
    public synchronized Retrained retrain(Path path, PreviousClusters previous, Threads threads) throws IOException {
        requireOpen();
        return new Retraining(holding).run(path, previous, threads);
    }

    /** The clusters by ids that last: those that are still there keep the one that they have, the others get one. */
    public synchronized Named named(PreviousClusters previous) {
        requireOpen();
        return Retraining.named(new StoredRecords(holding), previous);
    }

    /** All that was ever judged and not taken back. */
    public synchronized Judgements judgements() {
        requireOpen();
        return holding.state().judged().all();
    }

    /**
     * What only a person can decide: judgements that contradict each other, a judged name that several records have, records
     * judged to be one whose sources must not be linked (named by their rows). Until then they stay apart.
     */
    public synchronized List<Contradiction> contradictions() {
        requireOpen();
        return holding.state().judged().contradictions(holding.state().clusters());
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
