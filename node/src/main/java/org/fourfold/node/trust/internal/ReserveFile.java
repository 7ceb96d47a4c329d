package org.fourfold.node.trust.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.fourfold.node.ground.StorageFault;

/**
 * A file whose room was taken, written and flushed beforehand, so that a few records find room on a disk that has none left.
 * Each record is its length (4 bytes), its CRC-32C (4) and its bytes; a length of 0 ends them, and so does a record that was
 * only half written when the machine stopped.
 *
 * <p>On a file system that never overwrites in place (btrfs, ZFS) the promise is the file system's own, which holds room back
 * too, but less surely. Threads: one at a time, which the caller sees to.
 */
public final class ReserveFile {

    public static final int BYTES = 4 * 1024 * 1024;
    public static final int RECORD_BYTES_MAX = 64 * 1024;

    private static final int HEADER = 8;

    private final Path path;

    public ReserveFile(Path path) {
        this.path = path;
    }

    /** Takes the room where it is not yet taken; what stands in the file stays. */
    public void prepare() {
        try (FileChannel channel = open()) {
            ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
            for (long at = channel.size(); at < BYTES; at += zeros.capacity()) {
                write(channel, zeros.clear().limit((int) Math.min(zeros.capacity(), BYTES - at)), at);
            }
            channel.force(true);
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    /** The whole records, in the order in which they were written; of the room that is empty nothing is read. */
    public List<byte[]> records() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            List<byte[]> found = new ArrayList<>();
            for (byte[] record = next(in); record.length > 0; record = next(in)) {
                found.add(record);
            }
            return found;
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    /**
     * Adds one; on the disk when this returns.
     *
     * @return false where no room is left for it
     */
    public boolean add(byte[] record) {
        if (record.length == 0 || record.length > RECORD_BYTES_MAX) {
            throw new IllegalArgumentException("a record of " + record.length + " bytes");
        }
        long end = used();
        int needed = HEADER + record.length + HEADER;
        if (end + needed > BYTES) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.allocate(needed)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .putLong(0)
                .flip();
        try (FileChannel channel = open()) {
            write(channel, bytes, end);
            channel.force(false);
            return true;
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    /** Forgets all records: their bytes are overwritten, the room stays taken. */
    public void clear() {
        try (FileChannel channel = open()) {
            long used =
                    records().stream().mapToLong(each -> HEADER + each.length).sum();
            write(channel, ByteBuffer.allocate(HEADER), 0);
            channel.force(false);
            write(channel, ByteBuffer.allocate((int) used), 0);
            channel.force(false);
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    private long used() {
        return records().stream().mapToLong(each -> HEADER + each.length).sum();
    }

    private FileChannel open() throws IOException {
        // The folder lets nobody else in.
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }

    /** The next whole record; empty where none follows. */
    private static byte[] next(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            return new byte[0];
        }
        ByteBuffer said = ByteBuffer.wrap(header);
        int length = said.getInt();
        if (length <= 0 || length > RECORD_BYTES_MAX) {
            return new byte[0];
        }
        byte[] record = in.readNBytes(length);
        return record.length == length && checksum(record) == said.getInt() ? record : new byte[0];
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            int written = channel.write(bytes, place);
            if (written == 0) {
                throw new IOException("nothing was written");
            }
            place += written;
        }
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, record.length);
        return (int) crc.getValue();
    }
}
