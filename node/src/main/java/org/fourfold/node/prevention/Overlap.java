package org.fourfold.node.prevention;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prevention.internal.OverlapCount;

/**
 * How many persons stand on which lists, for estimates of how many stand on none. Analysts and supervisors bring the lists; they are
 * linked in memory and forgotten, nothing of them is stored or logged, and nobody in care is looked up. The record holds how
 * many records there were and nothing else. Refusals are thrown as {@link org.fourfold.node.frame.RefusedException}. Threads: safe;
 * one count at a time.
 */
public final class Overlap {

    public static final int LISTS_MIN = 2;
    public static final int LISTS_MAX = 6;

    /** Rows of all lists together. */
    public static final int RECORDS_MAX = 20_000;

    /** Fewer teach nothing of how often two persons agree by chance. */
    public static final int RECORDS_MIN = 100;

    private static final EventType COUNTED = new EventType("prevention.overlap-counted");

    private final Database database;
    private final OverlapCount count = new OverlapCount(RECORDS_MAX, RECORDS_MIN);
    private final Semaphore one = new Semaphore(1);

    public Overlap(Database database) {
        this.database = database;
    }

    /** Refuses who may not count. */
    public void requireCounter(Actor actor) {
        Rights.require(database, actor, Rights.WRITERS);
    }

    /**
     * Counts.
     *
     * @param columns what a part of a person is called in the lists where that is not a usual name, by the part as
     *     {@link OverlapCount#parts()} has it; several names with a bar between them
     * @throws ProblemException when a list cannot be read, names no person, or there are too few or too many
     */
    public OverlapReport count(Actor actor, List<OverlapList> lists, Map<String, String> columns) {
        Rights.require(database, actor, Rights.WRITERS);
        if (lists.size() < LISTS_MIN || lists.size() > LISTS_MAX) {
            throw new ProblemException(Problem.inField("prevention.overlap-lists", "file")
                    .with("min", Integer.toString(LISTS_MIN))
                    .with("max", Integer.toString(LISTS_MAX)));
        }
        if (!one.tryAcquire()) {
            throw new ProblemException(Problem.of("prevention.overlap-busy"));
        }
        try {
            OverlapReport report = count.of(lists, columns);
            long records = report.lists().stream()
                    .mapToLong(OverlapReport.Counted::records)
                    .sum();
            database.read(actor, tx -> {
                tx.record(Event.of(COUNTED).count(records));
                return 0;
            });
            return report;
        } finally {
            one.release();
        }
    }
}
