package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes one file from its beginning to its end, numbers with the lowest byte first, and sums it up on the way. */
final class StoreWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final Steps steps;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    StoreWriter(Path path, Steps steps) throws IOException {
        this.path = path;
        this.steps = steps;
        steps.before("create " + path.getFileName());
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void putLong(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void putBytes(byte[] bytes) throws IOException {
        put(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    void putText(String text) throws IOException {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void put(MemorySegment from, long at, long length) throws IOException {
        long done = 0;
        while (done < length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int portion = (int) Math.min(buffer.remaining(), length - done);
            MemorySegment.copy(from, at + done, MemorySegment.ofBuffer(buffer), 0, portion);
            buffer.position(buffer.position() + portion);
            done += portion;
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        steps.before("write " + path.getFileName());
        buffer.flip();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            written += channel.write(buffer);
        }
        buffer.clear();
    }

    /** The file is whole and on the disk. */
    StoredFile finish() throws IOException {
        flush();
        steps.before("force " + path.getFileName());
        channel.force(true);
        return new StoredFile(
                String.valueOf(path.getFileName()), written, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
