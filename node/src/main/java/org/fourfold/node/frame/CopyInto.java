package org.fourfold.node.frame;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Lines on their way into one table of the transaction by COPY. A connection carries one COPY at a time: lines are gathered
 * in memory and sent by {@link #send}, so that several tables can be filled side by side.
 */
public final class CopyInto {

    private final Tx tx;
    private final String statement;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    public CopyInto(Tx tx, @CompileTimeConstant String copyFromStdin) {
        this.tx = tx;
        this.statement = copyFromStdin;
    }

    /** One line, as {@link CopyLine#take} gives it. */
    public void line(byte[] line) {
        lines.writeBytes(line);
    }

    /** Bytes that wait to be sent. */
    public int waiting() {
        return lines.size();
    }

    /** Sends what waits. */
    public void send() {
        if (lines.size() == 0) {
            return;
        }
        byte[] bytes = lines.toByteArray();
        lines.reset();
        try {
            CopyIn copy = tx.connectionForCopy()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            // The driver's message may quote a line: the cause is told by its state alone.
            throw new IllegalStateException("the rows could not be staged: " + e.getSQLState());
        }
    }
}
