package org.fourfold.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What the figures were taken on. */
final class Machine {

    private static final int FSYNCS = 100;

    private Machine() {}

    static String line(Path folder) throws IOException {
        return String.format(
                Locale.ROOT,
                "machine: %d cores, %s %s, Java %s; fsync of 8 kB in %s: p50 %.2f ms",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                folder.getFileName(),
                fsync(folder).millis(0.50));
    }

    /** How busy the machine was: a figure taken beside other work is worth less, and must say so. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "load average of the last minute: %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Percentiles fsync(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", "");
        long[] nanos = new long[FSYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FSYNCS; i++) {
                long begun = System.nanoTime();
                while (channel.write(ByteBuffer.allocate(8192)) == 0) {
                    Thread.onSpinWait();
                }
                channel.force(false);
                nanos[i] = System.nanoTime() - begun;
            }
        } finally {
            Files.delete(file);
        }
        return new Percentiles(nanos);
    }
}
