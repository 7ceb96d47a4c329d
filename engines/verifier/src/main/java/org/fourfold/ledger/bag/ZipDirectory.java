package org.fourfold.ledger.bag;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The central directory of a ZIP archive (PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16, ZIP64 included). Nothing may lie
 * between the directory and its end or behind the archive, and offsets count from the file's beginning: then two programs
 * cannot see two archives.
 */
final class ZipDirectory {

    static final short DEFLATED = 8;

    private static final short STORED = 0;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_MAX = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int ENCRYPTED = 0x1 | 0x40 | 0x2000;
    private static final int UTF8 = 0x800;
    private static final long NOT_HERE = 0xFFFFFFFFL;
    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final List<BagFile> files = new ArrayList<>();
    private final List<String> unsafe = new ArrayList<>();
    private ByteBuffer window = buffer(0);
    private long windowAt;
    private long begin;
    private long count;
    private long directoryEnd;
    private String prefix = "";

    private ZipDirectory(FileChannel channel) {
        this.channel = channel;
    }

    static ZipDirectory read(FileChannel channel) throws IOException, FaultException {
        ZipDirectory directory = new ZipDirectory(channel);
        directory.end();
        if (directory.count > 2L * Container.FILES_MAX) {
            throw FaultException.of("bag.limit");
        }
        directory.entries();
        for (BagFile file : directory.files) {
            if (!Octets.isSafe(file.path())) {
                directory.unsafe.add(file.path());
            }
        }
        if (!directory.unsafe.isEmpty()) {
            throw FaultException.at("bag.path", Collections.min(directory.unsafe));
        }
        directory.descend();
        return directory;
    }

    List<BagFile> files() {
        return files;
    }

    /** The folder in the archive that is the bag, with its slash; empty where the archive itself is. */
    String prefix() {
        return prefix;
    }

    /** Where the directory begins: every file's bytes end before. */
    long begin() {
        return begin;
    }

    private void end() throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_BYTES + COMMENT_MAX);
        ByteBuffer last = buffer(tail);
        fill(channel, last, size - tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            if (last.getInt(at) == END && Short.toUnsignedInt(last.getShort(at + 20)) == tail - END_BYTES - at) {
                end(last.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN), size - tail + at);
                return;
            }
        }
        throw new IOException("no ZIP archive");
    }

    private void end(ByteBuffer record, long at) throws IOException {
        count = Short.toUnsignedLong(record.getShort(10));
        long bytes = Integer.toUnsignedLong(record.getInt(12));
        begin = Integer.toUnsignedLong(record.getInt(16));
        directoryEnd = at;
        boolean isOne = record.getShort(4) == 0 && record.getShort(6) == 0 && record.getShort(8) == record.getShort(10);
        if (at >= LOCATOR_BYTES) {
            ByteBuffer locator = buffer(LOCATOR_BYTES);
            fill(channel, locator, at - LOCATOR_BYTES);
            if (locator.getInt(0) == LOCATOR) {
                directoryEnd = locator.getLong(8);
                ByteBuffer large = buffer(END64_BYTES);
                fill(channel, large, directoryEnd);
                count = large.getLong(32);
                bytes = large.getLong(40);
                begin = large.getLong(48);
                isOne = large.getInt(0) == END64
                        && large.getLong(4) == END64_BYTES - 12
                        && directoryEnd == at - LOCATOR_BYTES - END64_BYTES;
            }
        }
        if (!isOne || begin < 0 || bytes < 0 || begin + bytes != directoryEnd || count < 0) {
            throw new IOException("no ZIP archive in one piece");
        }
    }

    private void entries() throws IOException, FaultException {
        long at = begin;
        for (long i = 0; i < count; i++) {
            ByteBuffer entry = window(at, ENTRY_BYTES);
            int nameBytes = Short.toUnsignedInt(entry.getShort(28));
            int extraBytes = Short.toUnsignedInt(entry.getShort(30));
            int whole = ENTRY_BYTES + nameBytes + extraBytes + Short.toUnsignedInt(entry.getShort(32));
            if (entry.getInt(0) != ENTRY || at + whole > directoryEnd) {
                throw new IOException("a broken directory");
            }
            BagFile file = entry(window(at, whole), nameBytes, extraBytes);
            if (file != null) {
                files.add(file);
                if (files.size() > Container.FILES_MAX) {
                    throw FaultException.of("bag.limit");
                }
            }
            at += whole;
        }
        if (at != directoryEnd) {
            throw new IOException("a broken directory");
        }
    }

    private @Nullable BagFile entry(ByteBuffer entry, int nameBytes, int extraBytes) throws IOException {
        byte[] bytes = new byte[nameBytes];
        entry.get(ENTRY_BYTES, bytes);
        String name = Octets.of(bytes);
        int flags = Short.toUnsignedInt(entry.getShort(8));
        short method = entry.getShort(10);
        if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
            throw new IOException("a file that is encrypted, or compressed in another way");
        }
        boolean isFolder = name.endsWith("/");
        int kind = entry.getInt(38) >>> 28;
        // The high four bits of the Unix mode: 0 unknown, 4 a folder, 8 a regular file; a link would be 10.
        boolean isPlain = kind == 0 || kind == (isFolder ? 4 : 8);
        boolean isSpelt = (flags & UTF8) != 0 || name.chars().allMatch(c -> c < 0x80);
        String path = isFolder ? name.substring(0, name.length() - 1) : name;
        if (!isPlain || !isSpelt || (isFolder && !Octets.isSafe(path))) {
            unsafe.add(path);
        }
        return isFolder ? null : file(entry, name, method, ENTRY_BYTES + nameBytes, extraBytes);
    }

    private static BagFile file(ByteBuffer entry, String name, short method, int extraAt, int extraBytes)
            throws IOException {
        long packed = Integer.toUnsignedLong(entry.getInt(20));
        long size = Integer.toUnsignedLong(entry.getInt(24));
        long offset = Integer.toUnsignedLong(entry.getInt(42));
        int at = extraAt;
        while (extraAt + extraBytes - at >= 4) {
            int length = Short.toUnsignedInt(entry.getShort(at + 2));
            if (at + 4 + length > extraAt + extraBytes) {
                throw new IOException("a broken directory");
            }
            if (entry.getShort(at) == 1) {
                // ZIP64: only those numbers that did not fit, in this order.
                ByteBuffer large = entry.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN);
                size = size == NOT_HERE ? next(large) : size;
                packed = packed == NOT_HERE ? next(large) : packed;
                offset = offset == NOT_HERE ? next(large) : offset;
            }
            at += 4 + length;
        }
        if (size < 0 || packed < 0 || offset < 0 || (method == STORED && size != packed)) {
            throw new IOException("a broken directory");
        }
        return new BagFile(name, size, offset, packed, entry.getInt(16), method == DEFLATED);
    }

    private static long next(ByteBuffer large) throws IOException {
        if (large.remaining() < Long.BYTES) {
            throw new IOException("a broken directory");
        }
        return large.getLong();
    }

    /** Where no bagit.txt lies at the top and everything is below one folder, that folder is the bag. */
    private void descend() {
        if (files.isEmpty() || files.stream().anyMatch(file -> file.path().equals("bagit.txt"))) {
            return;
        }
        String first = files.getFirst().path();
        String folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.length() > 1 && files.stream().allMatch(file -> file.path().startsWith(folder))) {
            prefix = folder;
            files.replaceAll(file -> new BagFile(
                    file.path().substring(folder.length()),
                    file.size(),
                    file.offset,
                    file.packed,
                    file.crc,
                    file.isDeflated));
        }
    }

    private ByteBuffer window(long at, int length) throws IOException {
        if (at < windowAt || at + length > windowAt + window.limit()) {
            window = buffer((int) Math.min(Math.max(WINDOW, length), channel.size() - at));
            windowAt = at;
            fill(channel, window, at);
        }
        if (window.limit() < at - windowAt + length) {
            throw new EOFException();
        }
        return window.slice((int) (at - windowAt), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        if (at < 0) {
            throw new EOFException();
        }
        long from = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, from);
            if (read < 0) {
                throw new EOFException();
            }
            from += read;
        }
        buffer.flip();
    }
}
