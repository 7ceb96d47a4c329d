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

    /** Of Linux, for programs, whatever the kernel's own clock. */
    private static final double TICKS_A_SECOND = 100;

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

    /** Seconds of processor time: what this process used, and what its children and theirs did, the ended ones too. */
    record Cpu(double java, double children) {

        static final Cpu NONE = new Cpu(0, 0);

        Cpu plus(Cpu other) {
            return new Cpu(java + other.java, children + other.children);
        }

        Cpu minus(Cpu other) {
            return new Cpu(java - other.java, children - other.children);
        }
    }

    /** Used until now; beside other work it says more than a clock. Zero for the children where there is no /proc. */
    static Cpu cpu() {
        ProcessHandle self = ProcessHandle.current();
        double java =
                self.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(0.0);
        return new Cpu(java, self.descendants().mapToDouble(Machine::used).sum());
    }

    /** Seconds of processor time that children which ended have used. Zero where there is no /proc. */
    static double endedChildren() {
        return used(ProcessHandle.current(), 16);
    }

    private static double used(ProcessHandle process) {
        return used(process, 14);
    }

    private static double used(ProcessHandle process, int first) {
        try {
            // proc(5): behind the name in brackets, fields 14 to 17 are utime, stime, and both of children that ended.
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = first; field <= 17; field++) {
                ticks += Long.parseLong(fields[field - 3]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            // It ended meanwhile, and is counted with its parent's children.
            return 0;
        }
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
