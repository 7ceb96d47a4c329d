package org.fourfold.node.prosecution.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.fourfold.node.frame.ProgressListener;

/**
 * A file cut into lines, or handed on as one stream that counts. A line longer than {@link Limits#LINE_BYTES_MAX} is passed
 * over and said to be too long: memory is bounded by one line.
 */
final class Lines {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream stream;
    private final long total;
    private final ProgressListener progress;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int until;
    private long read;
    private long number;

    Lines(InputStream stream, long total, ProgressListener progress) {
        this.stream = stream;
        this.total = total;
        this.progress = progress;
    }

    /**
     * A line without its end.
     *
     * @param number first = 1
     * @param ended whether a line end stood behind it
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once and thrown away, never compared
    record Line(long number, byte[] bytes, boolean tooLong, boolean ended) {}

    /** Empty at the end of the file. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (from == until && !fill()) {
                return any ? Optional.of(line(line, tooLong, false)) : Optional.empty();
            }
            any = true;
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + end - from > Limits.LINE_BYTES_MAX) {
                tooLong = true;
                line.reset();
            } else if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean ended = end < until;
            from = ended ? end + 1 : end;
            if (ended) {
                return Optional.of(line(line, tooLong, true));
            }
        }
    }

    private Line line(ByteArrayOutputStream bytes, boolean tooLong, boolean ended) {
        number++;
        tell(number);
        return new Line(number, bytes.toByteArray(), tooLong, ended);
    }

    /** The rest as a stream, for readers that cut rows themselves; they {@link #tell} how far they are. */
    InputStream rest() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return from == until && !fill() ? -1 : buffer[from++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (from == until && !fill()) {
                    return -1;
                }
                int some = Math.min(length, until - from);
                System.arraycopy(buffer, from, into, offset, some);
                from += some;
                return some;
            }
        };
    }

    void tell(long rows) {
        if (rows % ProgressListener.EVERY_ROWS == 0) {
            progress.progress(rows, read, total);
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        until = Math.max(0, stream.read(buffer));
        read += until;
        return until > 0;
    }
}
