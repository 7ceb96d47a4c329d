package org.fourfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The contents of one file of a ZIP archive. At their end, length and CRC-32 must be what the directory says. */
final class ZipStream extends InputStream {

    private static final int CHUNK = 32_768;

    private final FileChannel channel;
    private final BagFile file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[CHUNK];
    private long at;
    private long left;
    private long given;

    ZipStream(FileChannel channel, long at, BagFile file) {
        this.channel = channel;
        this.file = file;
        this.at = at;
        this.left = file.packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = file.isDeflated ? inflate(target, offset, length) : fetch(target, offset, length);
        if (read > 0) {
            sum.update(target, offset, read);
            given += read;
        }
        boolean isOver = read <= 0;
        if (given > file.size() || (isOver && (given != file.size() || (int) sum.getValue() != file.crc))) {
            throw new IOException("damaged");
        }
        return isOver ? -1 : read;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int read = inflater.inflate(target, offset, length);
                if (read > 0) {
                    return read;
                }
                if (inflater.finished()) {
                    if (left > 0 || inflater.getRemaining() > 0) {
                        throw new IOException("damaged");
                    }
                    return -1;
                }
                int more = inflater.needsInput() ? fetch(packed, 0, CHUNK) : -1;
                if (more <= 0) {
                    throw new IOException("damaged");
                }
                inflater.setInput(packed, 0, more);
            }
        } catch (DataFormatException e) {
            throw new IOException("damaged", e);
        }
    }

    private int fetch(byte[] target, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, left);
        if (wanted == 0) {
            return -1;
        }
        int read = channel.read(ByteBuffer.wrap(target, offset, wanted), at);
        if (read <= 0) {
            throw new IOException("damaged");
        }
        at += read;
        left -= read;
        return read;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
