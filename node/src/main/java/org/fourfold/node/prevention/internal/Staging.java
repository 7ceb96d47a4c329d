package org.fourfold.node.prevention.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Observation;
import org.fourfold.node.prevention.reading.Layout;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Takes what a file's lines hold into a temporary table, by COPY, and counts. One file holds incidents or observations, never
 * both. The temporary table goes with the transaction.
 */
final class Staging implements Layout.Sink {

    private final Tx tx;
    private final RandomGenerator random;
    private final Problems problems;
    private final Measures measures = new Measures();
    private final CopyLine line = new CopyLine();
    private @Nullable CopyIn copy;
    private boolean incidents;
    private long staged;
    private long refused;

    Staging(Tx tx, RandomGenerator random, Problems problems) {
        this.tx = tx;
        this.random = random;
        this.problems = problems;
    }

    long staged() {
        return staged;
    }

    long refused() {
        return refused;
    }

    boolean holdsIncidents() {
        return incidents;
    }

    Measures measures() {
        return measures;
    }

    @Override
    public void incident(long row, Incident incident) {
        UUID id = RandomIds.uuid(random);
        incidents = true;
        write(IncidentStaging.TABLE, IncidentStaging.COPY, IncidentStaging.line(line, id, row, incident));
    }

    @Override
    public void observation(long row, Observation observation) {
        int measure = measures.number(observation.measure());
        write(
                ObservationStaging.TABLE,
                ObservationStaging.COPY,
                ObservationStaging.line(line, row, measure, observation));
    }

    @Override
    public void refused(List<Problem> faults) {
        refused++;
        problems.addAll(faults);
    }

    private void write(String table, String copySql, byte[] bytes) {
        try {
            if (copy == null) {
                begin(table, copySql);
            }
            java.util.Objects.requireNonNull(copy).writeToCopy(bytes, 0, bytes.length);
            staged++;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be staged", e);
        }
    }

    private void begin(String table, String copySql) throws SQLException {
        try (var statement = tx.connectionForCopy().createStatement()) {
            statement.execute(table);
        }
        copy = tx.connectionForCopy().unwrap(PGConnection.class).getCopyAPI().copyIn(copySql);
    }

    /** Ends the COPY, so that the transaction can go on with what was staged. */
    void end() {
        try {
            if (copy != null) {
                copy.endCopy();
                copy = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be staged", e);
        }
    }

    /** Gives the connection back to plain statements after a fault. */
    void abandon() {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // The server answers a cancelled COPY with a fault, which is what was asked for; the transaction is rolled
            // back.
            return;
        } finally {
            copy = null;
        }
    }
}
