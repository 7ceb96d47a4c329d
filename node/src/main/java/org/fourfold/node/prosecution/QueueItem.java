package org.fourfold.node.prosecution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that waits to be imported, is being imported, or was.
 *
 * @param name as its sender called it
 * @param headings of a table whose headings were found; files with the same ones can be read by one mapping
 * @param sheet where they were found, as its place among the sheets
 * @param headerRow the row in which they stand
 */
public record QueueItem(
        QueueItemId id,
        String name,
        long bytes,
        Instant arrivedAt,
        ImportOptions options,
        Optional<List<String>> headings,
        int sheet,
        int headerRow,
        State state) {

    /** How far it is. */
    public sealed interface State {

        /** A table that nobody said yet how to read. */
        record NeedsMapping() implements State {}

        /** In line. */
        record Waiting() implements State {}

        record Running(long rows) implements State {}

        /** Taken or refused; the report says which. */
        record Ended(ImportReport report) implements State {}

        /** Taken out of the line by its sender; nothing of it was kept. */
        record Cancelled() implements State {}

        /** The program failed; nothing of it was kept. */
        record Broken() implements State {}
    }

    /** Whether the file is still there. */
    public boolean isOpen() {
        return switch (state) {
            case State.NeedsMapping needs -> true;
            case State.Waiting waiting -> true;
            case State.Running running -> true;
            case State.Ended ended -> false;
            case State.Cancelled cancelled -> false;
            case State.Broken broken -> false;
        };
    }

    /** Whether its state changes by itself. */
    public boolean isMoving() {
        return state instanceof State.Waiting || state instanceof State.Running;
    }

    QueueItem in(State other) {
        return new QueueItem(id, name, bytes, arrivedAt, options, headings, sheet, headerRow, other);
    }

    QueueItem with(ImportOptions other) {
        return new QueueItem(id, name, bytes, arrivedAt, other, headings, sheet, headerRow, state);
    }
}
