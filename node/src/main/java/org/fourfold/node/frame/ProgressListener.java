package org.fourfold.node.frame;

/** Hears how far long work has come. Called on the working thread, about every {@link #EVERY_ROWS} rows. */
@FunctionalInterface
public interface ProgressListener {

    /** Rows between two calls. */
    int EVERY_ROWS = 10_000;

    /**
     * Tells how far it is.
     *
     * @param bytesRead of the file as it lies on the disk
     * @param bytesTotal its size
     */
    void progress(long rows, long bytesRead, long bytesTotal);

    /** Nobody listens. */
    static ProgressListener silent() {
        return (rows, bytesRead, bytesTotal) -> {};
    }
}
