package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file of a {@link BadDisk}, open. */
final class BadDiskChannel extends FileChannel {

    private final BadDisk disk;
    private final Path file;
    private final FileChannel real;
    private boolean isMoment;

    BadDiskChannel(BadDisk disk, Path file, FileChannel real) {
        this.disk = disk;
        this.file = file;
        this.real = real;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        isMoment |= disk.takes(file, bytes);
        disk.forced().written(file);
        return real.write(bytes);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        try {
            disk.forces(file, isMoment);
        } catch (IOException failed) {
            disk.forced().failed(file);
            throw failed;
        }
        real.force(metaData);
        disk.forced().forced(file);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return real.read(bytes);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return real.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        var _ = real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("nothing of a ledger is written so");
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw unused();
    }

    @Override
    public int write(ByteBuffer bytes, long position) {
        throw unused();
    }

    @Override
    public FileChannel truncate(long size) {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unused();
    }
}
