package org.fourfold.ledger.bag;

import org.fourfold.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** A file of a bag: where it is and what a manifest says of it. Kept small, for there may be two million. */
public final class BagFile implements Comparable<BagFile> {

    private final String path;
    private final long size;
    final long offset;
    final long packed;
    final int crc;
    final boolean isDeflated;

    /** Where its data begin in a ZIP archive. */
    long data;

    @Nullable
    Hash listed;

    BagFile(String path, long size, long offset, long packed, int crc, boolean isDeflated) {
        this.path = path;
        this.size = size;
        this.offset = offset;
        this.packed = packed;
        this.crc = crc;
        this.isDeflated = isDeflated;
    }

    /** A file of a folder. */
    BagFile(String path, long size) {
        this(path, size, 0, size, 0, false);
    }

    /** The same file under the path that it has in the bag. */
    BagFile at(String other) {
        BagFile file = new BagFile(other, size, offset, packed, crc, isDeflated);
        file.data = data;
        return file;
    }

    /** Octets, from the bag's own folder on. */
    public String path() {
        return path;
    }

    public long size() {
        return size;
    }

    @Override
    public int compareTo(BagFile other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BagFile file && path.equals(file.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
