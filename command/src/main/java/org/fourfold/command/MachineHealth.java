package org.fourfold.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.Storage;
import org.fourfold.node.ground.StorageFault;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;

/** The machine under the node, for the health page and {@code doctor}: room, clock, how fast the disk confirms, version. */
final class MachineHealth implements HealthCheck {

    private static final long BYTES_IN_MEGABYTE = 1_048_576;
    private static final long ILL_BELOW_MEGABYTES = 200;
    private static final long CAREFUL_BELOW_MEGABYTES = 2_000;
    private static final long CAREFUL_ABOVE_MILLIS = 25;
    private static final int WRITES = 5;
    private static final int WRITE_BYTES = 8_192;

    /** No clock that is right shows a time before the program was written. */
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    private final Home home;
    private final InstantSource clock;

    MachineHealth(Home home, Invocation invocation) {
        this.home = home;
        this.clock = invocation.clock();
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        findings.add(time());
        findings.add(Finding.well(
                Text.of("command.health.version"),
                Text.of("command.health.version.number", "version", RootCommand.version())));
        try {
            findings.add(room());
            findings.add(writeTime());
        } catch (IOException failure) {
            Problem told = StorageFault.problem(failure, home.path()).problems().getFirst();
            findings.add(Finding.ill(
                    Text.of("command.health.disk-space"),
                    new Text(told.code() + ".fault", Map.copyOf(told.details())),
                    Text.of(told.code() + ".mend")));
        }
        return findings;
    }

    private Finding room() throws IOException {
        long megabytes = new Storage(home.path()).freeBytes() / BYTES_IN_MEGABYTE;
        Text name = Text.of("command.health.disk-space");
        Text detail = Text.of("command.health.disk-space.free", "megabytes", megabytes);
        Text mend = Text.of("command.health.disk-space.mend");
        if (megabytes < ILL_BELOW_MEGABYTES) {
            return Finding.ill(name, detail, mend);
        }
        return megabytes < CAREFUL_BELOW_MEGABYTES ? Finding.careful(name, detail, mend) : Finding.well(name, detail);
    }

    private Finding time() {
        Instant now = clock.instant();
        String told =
                now.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", "");
        Text name = Text.of("command.health.clock");
        return now.isBefore(WRITTEN)
                ? Finding.ill(
                        name,
                        Text.of("command.health.clock.behind", "time", told),
                        Text.of("command.health.clock.mend"))
                : Finding.well(name, Text.of("command.health.clock.now", "time", told));
    }

    /** The middle one of a few small writes, each forced to the disk: what every saved page waits for. */
    private Finding writeTime() throws IOException {
        Path file = Files.createTempFile(home.temporary(), "write", ".probe");
        long[] nanos = new long[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long begun = System.nanoTime();
                int written = channel.write(ByteBuffer.allocate(WRITE_BYTES), 0);
                assert written == WRITE_BYTES;
                channel.force(false);
                nanos[i] = System.nanoTime() - begun;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanos);
        double milliseconds = Math.round(Duration.ofNanos(nanos[WRITES / 2]).toNanos() / 100_000.0) / 10.0;
        Text name = Text.of("command.health.write-time");
        Text detail = Text.of("command.health.write-time.milliseconds", "milliseconds", milliseconds);
        return milliseconds > CAREFUL_ABOVE_MILLIS
                ? Finding.careful(name, detail, Text.of("command.health.write-time.mend"))
                : Finding.well(name, detail);
    }
}
