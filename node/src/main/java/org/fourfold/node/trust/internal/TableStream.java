package org.fourfold.node.trust.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Tables in a backup's stream: for each a mark, its name and columns, PostgreSQL's own COPY text in chunks, and how many
 * rows that was; after the last another mark (docs/formats/backup.md). Nothing is held in memory but one chunk.
 */
public final class TableStream {

    private static final int TABLE = 1;
    private static final int END = 0;
    private static final int COLUMNS_MAX = 1_600;
    private static final int CHUNK_BYTES_MAX = 1 << 26;

    private TableStream() {}

    /** Writes one table as the connection's user sees it; how many rows. */
    public static long write(Connection connection, BackupTable table, DataOutputStream target)
            throws SQLException, IOException {
        target.writeByte(TABLE);
        target.writeUTF(table.schema());
        target.writeUTF(table.name());
        target.writeInt(table.columns().size());
        for (String column : table.columns()) {
            target.writeUTF(column);
        }
        String copy = "COPY " + table.quoted() + " " + table.quotedColumns() + " TO STDOUT";
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, new Chunks(target));
        target.writeInt(0);
        target.writeLong(rows);
        return rows;
    }

    public static void end(DataOutputStream target, long rows) throws IOException {
        target.writeByte(END);
        target.writeLong(rows);
    }

    /** Does something with one table of the stream, reading its chunks to their end. */
    @FunctionalInterface
    public interface Taker {
        /** Takes the rows; how many. */
        long take(BackupTable table, InputStream copy) throws SQLException, IOException;
    }

    /** Reads all tables; how many rows. Throws IOException when a count in the stream is not what was taken. */
    public static long read(DataInputStream source, Taker taker) throws SQLException, IOException {
        long all = 0;
        for (int mark = source.readByte(); mark == TABLE; mark = source.readByte()) {
            BackupTable table = new BackupTable(source.readUTF(), source.readUTF(), columns(source));
            long taken = taker.take(table, new Unchunked(source));
            if (source.readLong() != taken) {
                throw new IOException("the rows of a table are not all there");
            }
            all += taken;
        }
        if (source.readLong() != all || source.read() >= 0) {
            throw new IOException("the end of the backup is not its end");
        }
        return all;
    }

    /** COPY into a table of ours; how many rows. */
    public static long copyIn(Connection connection, BackupTable table, InputStream copy)
            throws SQLException, IOException {
        String statement = "COPY " + table.quoted() + " " + table.quotedColumns() + " FROM STDIN";
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, copy);
    }

    private static List<String> columns(DataInputStream source) throws IOException {
        int count = source.readInt();
        if (count < 1 || count > COLUMNS_MAX) {
            throw new IOException("not a table");
        }
        List<String> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(source.readUTF());
        }
        return columns;
    }

    /** What is written becomes one chunk each: its length, its bytes. */
    private static final class Chunks extends OutputStream {

        private final DataOutputStream target;

        Chunks(DataOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                target.writeInt(length);
                target.write(bytes, from, length);
            }
        }
    }

    /** The chunks of one table as one stream, ending at the chunk of length 0. */
    private static final class Unchunked extends InputStream {

        private final DataInputStream source;
        private int left;
        private boolean ended;

        Unchunked(DataInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0 && !ended) {
                left = source.readInt();
                ended = left == 0;
                if (left < 0 || left > CHUNK_BYTES_MAX) {
                    throw new IOException("not a chunk");
                }
            }
            if (ended) {
                return -1;
            }
            int read = Math.min(length, left);
            source.readFully(into, from, read);
            left -= read;
            return read;
        }
    }
}
