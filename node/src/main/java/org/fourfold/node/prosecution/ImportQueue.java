package org.fourfold.node.prosecution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.prosecution.QueueItem.State;
import org.fourfold.node.prosecution.reading.EntityFile;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.TablePreview;
import org.fourfold.node.tables.TableFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way in, worked off one after the other by one thread. Each member sees their own. What is imported, refused
 * or tried is recorded by {@link Prosecution}, through which every file goes.
 *
 * <p>The queue lives in memory and its files in a private folder of the home that is emptied when the node starts: a restart
 * forgets what was not imported, and nothing is ever half imported. A file is deleted when its import ended, when its sender
 * cancels it, and in any case after {@link #KEPT}. It lies under a random name that tells nothing. Threads: safe.
 */
public final class ImportQueue implements AutoCloseable {

    /** Files of all members that are known at one time. */
    public static final int ITEMS_MAX = 400;

    /** How long a file waits, and how long what became of it is told. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    private final Prosecution prosecution;
    private final Path folder;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ScheduledThreadPoolExecutor worker;
    private final ScheduledFuture<?> sweeping;
    private final Map<QueueItemId, Entry> entries = new LinkedHashMap<>();

    /** An item with what only the queue knows. Guarded by the queue. */
    private static final class Entry {

        private final Actor actor;
        private final Path file;
        private QueueItem item;
        private @Nullable Mapping mapping;

        Entry(Actor actor, Path file, QueueItem item) {
            this.actor = actor;
            this.file = file;
            this.item = item;
        }
    }

    /** Ends the import of a file that was cancelled; its transaction rolls back. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("cancelled", null, false, false);
        }
    }

    /** Writes what was sent to a path. */
    @FunctionalInterface
    public interface Upload {
        void to(Path file) throws IOException;
    }

    /** Files wait in a folder of their own inside {@code uploads}. */
    public ImportQueue(Prosecution prosecution, Path uploads, InstantSource clock, RandomGenerator random) {
        this.prosecution = prosecution;
        this.clock = clock;
        this.random = random;
        try {
            this.folder = Files.createTempDirectory(uploads, "waiting");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for waiting files could not be made", e);
        }
        this.worker = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("entity-imports").factory());
        this.sweeping = worker.scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY.toSeconds(), SWEEP_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Takes a file into the line, or lets it wait for a mapping when it is a table. One that nobody can read is told so at
     * once and is not kept.
     */
    public QueueItem add(Actor actor, String name, ImportOptions options, Upload upload) {
        prosecution.require(actor);
        synchronized (this) {
            if (entries.size() >= ITEMS_MAX) {
                throw new ProblemException(
                        Problem.inField("prosecution.queue-full", "file").with("max", Integer.toString(ITEMS_MAX)));
            }
        }
        QueueItemId id = new QueueItemId(RandomIds.uuid(random));
        Path file = received(upload);
        boolean kept = false;
        try {
            QueueItem item = look(id, name, options, file);
            kept = item.isOpen();
            synchronized (this) {
                entries.put(id, new Entry(actor, file, item));
            }
            if (item.state() instanceof State.Waiting) {
                worker.execute(() -> work(id));
            }
            return item;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept", e);
        } finally {
            if (!kept) {
                delete(file);
            }
        }
    }

    /** What was sent, whole: of an upload that breaks off nothing stays. */
    private Path received(Upload upload) {
        try {
            Path file = Files.createTempFile(folder, "file", "");
            boolean whole = false;
            try {
                upload.to(file);
                whole = true;
            } finally {
                if (!whole) {
                    delete(file);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept", e);
        }
    }

    /** What a file is, by its first lines. */
    private QueueItem look(QueueItemId id, String name, ImportOptions options, Path file) throws IOException {
        QueueItem item = new QueueItem(
                id, name, Files.size(file), clock.instant(), options, Optional.empty(), 0, 0, new State.Waiting());
        if (EntityFile.kind(file).isPresent()) {
            return item;
        }
        try (TableFile table = TableFile.open(file)) {
            int sheet = firstVisible(table);
            TablePreview preview = TablePreview.of(table, sheet, Optional.empty());
            return new QueueItem(
                    id,
                    name,
                    item.bytes(),
                    item.arrivedAt(),
                    options,
                    Optional.of(preview.headings().names()),
                    sheet,
                    preview.headerRow(),
                    new State.NeedsMapping());
        } catch (ProblemException e) {
            return item.in(new State.Ended(ImportReport.fileRefused(Optional.empty(), options.dryRun(), e.problems())));
        }
    }

    private static int firstVisible(TableFile table) {
        for (int i = 0; i < table.sheets().size(); i++) {
            if (!table.sheets().get(i).isHidden()) {
                return i;
            }
        }
        return 0;
    }

    /** The member's files, as they came. */
    public synchronized List<QueueItem> items(Actor actor) {
        prosecution.require(actor);
        return entries.values().stream()
                .filter(entry -> entry.actor.member().equals(actor.member()))
                .map(entry -> entry.item)
                .toList();
    }

    public synchronized Optional<QueueItem> item(Actor actor, QueueItemId id) {
        prosecution.require(actor);
        return own(actor, id).map(entry -> entry.item);
    }

    /** Other files of the member that wait for a mapping and have the same headings. */
    public synchronized List<QueueItem> alike(Actor actor, QueueItem item) {
        return items(actor).stream()
                .filter(other -> !other.id().equals(item.id())
                        && other.state() instanceof State.NeedsMapping
                        && other.headings().equals(item.headings()))
                .toList();
    }

    /** Takes a file out, even while it is imported. What ended stays as it is. */
    public synchronized void cancel(Actor actor, QueueItemId id) {
        prosecution.require(actor);
        own(actor, id).filter(entry -> entry.item.isOpen()).ifPresent(entry -> {
            boolean running = entry.item.state() instanceof State.Running;
            entry.item = entry.item.in(new State.Cancelled());
            if (!running) {
                delete(entry.file);
            }
        });
    }

    /** Says how a table is to be read and puts it in line. */
    public synchronized void run(Actor actor, QueueItemId id, Mapping mapping) {
        prosecution.require(actor);
        own(actor, id)
                .filter(entry -> entry.item.state() instanceof State.NeedsMapping)
                .ifPresent(entry -> {
                    entry.mapping = mapping;
                    entry.item = entry.item.in(new State.Waiting());
                    worker.execute(() -> work(id));
                });
    }

    /** What an import by the mapping would bring; nothing is kept. */
    public ImportReport tryOut(Actor actor, QueueItemId id, Mapping mapping) {
        Entry entry = waiting(actor, id);
        return prosecution.importTable(
                actor,
                entry.file,
                mapping,
                entry.item.name(),
                entry.item.options().withDryRun(true),
                ProgressListener.silent());
    }

    /** Looks at a file that waits. */
    @FunctionalInterface
    public interface Looking<T> {
        T at(TableFile table) throws IOException;
    }

    /** Lets a table that waits for its mapping be looked at. Throws a {@link ProblemException} when it does not wait any more. */
    public <T> T look(Actor actor, QueueItemId id, Looking<T> looking) {
        Entry entry = waiting(actor, id);
        try (TableFile table = TableFile.open(entry.file)) {
            return looking.at(table);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
    }

    private synchronized Entry waiting(Actor actor, QueueItemId id) {
        prosecution.require(actor);
        return own(actor, id)
                .filter(entry -> entry.item.state() instanceof State.NeedsMapping)
                .orElseThrow(() -> new ProblemException(Problem.of("prosecution.queue-gone")));
    }

    private Optional<Entry> own(Actor actor, QueueItemId id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.actor.member().equals(actor.member()));
    }

    private void work(QueueItemId id) {
        Optional<Entry> taken = begin(id);
        if (taken.isEmpty()) {
            return;
        }
        Entry entry = taken.get();
        State end;
        try {
            end = new State.Ended(imported(entry));
        } catch (Stopped e) {
            end = new State.Cancelled();
        } catch (RefusedException e) {
            // The member lost the role meanwhile; the refusal is recorded.
            end = new State.Cancelled();
        } catch (RuntimeException e) {
            LOG.error("an import in the queue broke off: {}", e.getClass().getSimpleName());
            end = new State.Broken();
        }
        synchronized (this) {
            entry.item = entry.item.in(end);
            delete(entry.file);
        }
    }

    private ImportReport imported(Entry entry) {
        QueueItem item = entry.item;
        ProgressListener listener = (rows, read, total) -> {
            synchronized (this) {
                if (!(entry.item.state() instanceof State.Running)) {
                    throw new Stopped();
                }
                entry.item = entry.item.in(new State.Running(rows));
            }
        };
        Mapping mapping = entry.mapping;
        return mapping == null
                ? prosecution.importEntities(entry.actor, entry.file, item.name(), item.options(), listener)
                : prosecution.importTable(entry.actor, entry.file, mapping, item.name(), item.options(), listener);
    }

    private synchronized Optional<Entry> begin(QueueItemId id) {
        Optional<Entry> entry =
                Optional.ofNullable(entries.get(id)).filter(known -> known.item.state() instanceof State.Waiting);
        entry.ifPresent(known -> known.item = known.item.in(new State.Running(0)));
        return entry;
    }

    private synchronized void sweep() {
        Instant oldest = clock.instant().minus(KEPT);
        for (Entry entry : new ArrayList<>(entries.values())) {
            boolean running = entry.item.state() instanceof State.Running;
            if (!running && entry.item.arrivedAt().isBefore(oldest)) {
                delete(entry.file);
                entries.remove(entry.item.id());
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a waiting file could not be deleted; it goes when the node starts anew");
        }
    }

    /** Waits for the file at work, if any, for at most ten seconds; the others are forgotten and their files deleted. */
    @Override
    public void close() {
        sweeping.cancel(false);
        worker.shutdownNow();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            entries.values().forEach(entry -> delete(entry.file));
            entries.clear();
        }
        delete(folder);
    }
}
