package org.fourfold.ledger.bag;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int ENCRYPTED = 0x1 | 0x40 | 0x2000;
    private static final int UTF8 = 0x800;
    private static final long NOT_HERE = 0xFFFFFFFFL;
    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final List<BagFile> all = new ArrayList<>();
    private final List<BagFile> files = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> unsafe = new ArrayList<>();
    private ByteBuffer window = buffer(0);
    private long windowAt;
    private long begin;
    private long count;
    private long bytes;
    private long directoryEnd;

    private ZipDirectory(FileChannel channel) {
        this.channel = channel;
    }

    static ZipDirectory read(FileChannel channel) throws IOException, FaultException {
        ZipDirectory directory = new ZipDirectory(channel);
        directory.end();
        if (directory.count > Container.FILES_MAX) {
            throw FaultException.of("bag.limit");
        }
        directory.entries();
        directory.locals();
        if (!directory.unsafe.isEmpty()) {
            throw FaultException.at("bag.path", Collections.min(directory.unsafe));
        }
        directory.descend();
        return directory;
    }

    List<BagFile> files() {
        return files;
    }

    /** The folders that have an entry of their own. */
    List<String> folders() {
        return folders;
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
        bytes = Integer.toUnsignedLong(record.getInt(12));
        begin = Integer.toUnsignedLong(record.getInt(16));
        directoryEnd = at;
        boolean isLarge = count == COMMENT_MAX || bytes == NOT_HERE || begin == NOT_HERE;
        if (isLarge != hasLocator(at) || record.getInt(4) != 0 || record.getShort(8) != record.getShort(10)) {
            throw new IOException("no ZIP archive in one piece");
        }
        if (isLarge) {
            large(at);
        }
        if (begin < 0 || bytes < 0 || begin + bytes != directoryEnd || count < 0) {
            throw new IOException("no ZIP archive in one piece");
        }
    }

    private boolean hasLocator(long at) throws IOException {
        if (at < LOCATOR_BYTES) {
            return false;
        }
        ByteBuffer locator = buffer(Integer.BYTES);
        fill(channel, locator, at - LOCATOR_BYTES);
        return locator.getInt(0) == LOCATOR;
    }

    /** ZIP64: the numbers that did not fit; those that did must be the same. */
    private void large(long at) throws IOException {
        ByteBuffer locator = buffer(LOCATOR_BYTES);
        fill(channel, locator, at - LOCATOR_BYTES);
        directoryEnd = at - LOCATOR_BYTES - END64_BYTES;
        ByteBuffer record = buffer(END64_BYTES);
        fill(channel, record, directoryEnd);
        boolean isGood = locator.getInt(4) == 0
                && locator.getLong(8) == directoryEnd
                && record.getInt(0) == END64
                && record.getLong(4) == END64_BYTES - 12
                && record.getLong(16) == 0
                && record.getLong(24) == record.getLong(32)
                && (count == COMMENT_MAX || count == record.getLong(32))
                && (bytes == NOT_HERE || bytes == record.getLong(40))
                && (begin == NOT_HERE || begin == record.getLong(48));
        if (!isGood) {
            throw new IOException("no ZIP archive in one piece");
        }
        count = record.getLong(32);
        bytes = record.getLong(40);
        begin = record.getLong(48);
    }

    private void entries() throws IOException {
        long at = begin;
        for (long i = 0; i < count; i++) {
            ByteBuffer entry = window(at, ENTRY_BYTES);
            int nameBytes = Short.toUnsignedInt(entry.getShort(28));
            int extraBytes = Short.toUnsignedInt(entry.getShort(30));
            int whole = ENTRY_BYTES + nameBytes + extraBytes + Short.toUnsignedInt(entry.getShort(32));
            if (entry.getInt(0) != ENTRY || at + whole > directoryEnd) {
                throw new IOException("a broken directory");
            }
            all.add(entry(window(at, whole), nameBytes, extraBytes));
            at += whole;
        }
        if (at != directoryEnd) {
            throw new IOException("a broken directory");
        }
    }

    private BagFile entry(ByteBuffer entry, int nameBytes, int extraBytes) throws IOException {
        byte[] octets = new byte[nameBytes];
        entry.get(ENTRY_BYTES, octets);
        String name = Octets.of(octets);
        int flags = Short.toUnsignedInt(entry.getShort(8));
        short method = entry.getShort(10);
        boolean isPacked = method == STORED || method == DEFLATED;
        if ((flags & ENCRYPTED) != 0 || !isPacked || entry.getShort(34) != 0) {
            throw new IOException("a file that is encrypted, compressed in another way, or on another disk");
        }
        BagFile file = file(entry, name, method, ENTRY_BYTES + nameBytes, extraBytes);
        boolean isFolder = name.endsWith("/");
        int kind = entry.getInt(38) >>> 28;
        // The high four bits of the Unix mode: 0 unknown, 4 a folder, 8 a regular file; a link would be 10.
        boolean isPlain = (kind == 0 || kind == (isFolder ? 4 : 8)) && !(isFolder && file.size() > 0);
        boolean isSpelt = (flags & UTF8) != 0 || name.chars().allMatch(c -> c < 0x80);
        if (!isPlain || !isSpelt || !Octets.isSafe(isFolder ? name.substring(0, name.length() - 1) : name)) {
            unsafe.add(name);
        }
        return file;
    }

    /** No two entries overlap, nor the directory, and each says of itself what the directory says of it. */
    private void locals() throws IOException {
        List<BagFile> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparingLong(file -> file.offset));
        long free = 0;
        for (BagFile file : inOrder) {
            if (file.offset < free || file.offset > begin - LOCAL_BYTES) {
                throw new IOException("entries that overlap");
            }
            ByteBuffer header = window(file.offset, LOCAL_BYTES);
            int nameBytes = Short.toUnsignedInt(header.getShort(26));
            file.data = file.offset + LOCAL_BYTES + nameBytes + Short.toUnsignedInt(header.getShort(28));
            boolean isSame = header.getInt(0) == LOCAL
                    && (header.getShort(8) == DEFLATED) == file.isDeflated
                    && (header.getShort(8) == STORED) != file.isDeflated;
            if (!isSame || file.data > begin || file.packed > begin - file.data) {
                throw new IOException("the directory of the archive says otherwise");
            }
            byte[] name = new byte[nameBytes];
            window(file.offset, LOCAL_BYTES + nameBytes).get(LOCAL_BYTES, name);
            if (!Octets.of(name).equals(file.path())) {
                throw new IOException("the directory of the archive says otherwise");
            }
            free = file.data + file.packed;
        }
    }

    private static BagFile file(ByteBuffer entry, String name, short method, int extraAt, int extraBytes)
            throws IOException {
        long packed = Integer.toUnsignedLong(entry.getInt(20));
        long size = Integer.toUnsignedLong(entry.getInt(24));
        long offset = Integer.toUnsignedLong(entry.getInt(42));
        ByteBuffer large = large(entry, extraAt, extraAt + extraBytes);
        // ZIP64: only those numbers that did not fit, in this order.
        size = size == NOT_HERE ? next(large) : size;
        packed = packed == NOT_HERE ? next(large) : packed;
        offset = offset == NOT_HERE ? next(large) : offset;
        if (size < 0 || packed < 0 || offset < 0 || (method == STORED && size != packed)) {
            throw new IOException("a broken directory");
        }
        return new BagFile(name, size, offset, packed, entry.getInt(16), method == DEFLATED);
    }

    /** The contents of extra field 1, which stands there once or not; the fields fill their place exactly. */
    private static ByteBuffer large(ByteBuffer entry, int from, int end) throws IOException {
        ByteBuffer found = buffer(0);
        boolean isFound = false;
        int at = from;
        while (at < end) {
            int length = end - at < 4 ? end : Short.toUnsignedInt(entry.getShort(at + 2));
            boolean isLarge = end - at >= 4 && entry.getShort(at) == 1;
            if (length > end - at - 4 || (isLarge && isFound)) {
                throw new IOException("a broken directory");
            }
            if (isLarge) {
                found = entry.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN);
                isFound = true;
            }
            at += 4 + length;
        }
        return found;
    }

    private static long next(ByteBuffer large) throws IOException {
        if (large.remaining() < Long.BYTES) {
            throw new IOException("a broken directory");
        }
        return large.getLong();
    }

    /** Where everything lies below one folder, that folder is the bag; then folders are parted from files. */
    private void descend() {
        String first = all.isEmpty() ? "" : all.getFirst().path();
        String top = first.substring(0, first.indexOf('/') + 1);
        int cut = all.stream().allMatch(file -> file.path().startsWith(top)) ? top.length() : 0;
        for (BagFile file : all) {
            String path = file.path().substring(cut);
            if (path.endsWith("/")) {
                folders.add(path.substring(0, path.length() - 1));
            } else if (!path.isEmpty()) {
                files.add(file.at(path));
            }
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
