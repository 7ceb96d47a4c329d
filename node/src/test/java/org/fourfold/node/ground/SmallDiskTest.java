package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node on a small disk of its own (a file mounted as one): full, and read-only. */
@Tag("recovery")
@Timeout(180)
class SmallDiskTest {

    private static final long DISK_BYTES = 400L * 1024 * 1024;
    private static final int WRITES_MAX = 2_000_000;

    private final Path folder = RecoveryBed.folder();
    private final Path disk = folder.resolve("disk");
    private final Path home = disk.resolve("home");

    @BeforeEach
    void mount() throws IOException {
        assumeTrue(Unix.isRoot(), "skipped: only root may mount a small disk");
        Path image = folder.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        Files.createDirectory(disk);
        boolean made = Unix.run(List.of("mkfs.ext4", "-q", "-m", "0", image.toString()))
                .succeeded();
        boolean mounted = made
                && Unix.run(List.of("mount", "-o", "loop", image.toString(), disk.toString()))
                        .succeeded();
        assumeTrue(mounted, "skipped: this machine does not let a file be mounted as a disk");
        Unix.allow(disk, "rwxr-xr-x");
        assertThat(RecoveryBed.home(home).exists()).isTrue();
    }

    @AfterEach
    void unmount() {
        Orphan.stop(home.resolve("data"));
        Unix.run(List.of("umount", disk.toString()));
        RecoveryBed.remove(folder);
    }

    @Test
    void aFullDiskIsToldOfWhileWorkingAndAtTheStartAndNothingIsLost() throws IOException {
        Path ballast = disk.resolve("ballast");
        Set<String> acknowledged = new HashSet<>();
        List<String> told = new ArrayList<>();
        try (Ground ground = RecoveryBed.open(home)) {
            fill(ballast);
            for (int number = 0; told.isEmpty(); number++) {
                assertThat(number).as("writes that a full disk took").isLessThan(WRITES_MAX);
                String detail = "w/" + number + "/" + "x".repeat(100);
                try {
                    RecoveryBed.write(ground, detail);
                    acknowledged.add(detail);
                } catch (ProblemException e) {
                    told.add(String.valueOf(e.getMessage()));
                }
            }
            assertThat(told.getFirst()).isIn("frame.disk-full", "frame.database-away");
            assertThat(new Storage(home).fault())
                    .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("ground.disk-full"));
        }

        assertThatThrownBy(() -> RecoveryBed.open(home)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e).hasMessage("ground.disk-full");
            assertThat(e.problems().getFirst().details()).containsEntry("place", home.toString());
        });

        Files.delete(ballast);
        assertThat(RecoveryBed.written(home)).containsAll(acknowledged);
    }

    @Test
    void aFirstStartOnAFullDiskLeavesNothingHalfMade() throws IOException {
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            // Enough to begin, not enough to end.
            file.setLength(file.length() - Storage.FREE_BYTES_MIN - 2 * 1024 * 1024);
        }

        // Programs of its own, which need the room that is not there.
        Files.delete(home.resolve("server"));

        assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.disk-full");

        Files.delete(ballast);
        RecoveryBed.open(home).close();
        assertThat(home.resolve("server")).isDirectoryNotContaining("glob:**unpacking*");
        assertThat(home.resolve("data-unfinished")).doesNotExist();
    }

    @Test
    void aDiskThatCanOnlyBeReadIsToldOfAndNothingIsLost() {
        try (Ground ground = RecoveryBed.open(home)) {
            RecoveryBed.write(ground, "before");
        }
        remount("ro");
        try {
            assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.disk-read-only");
        } finally {
            remount("rw");
        }
        assertThat(RecoveryBed.written(home)).containsExactly("before");
    }

    private void remount(String mode) {
        Unix.Outcome outcome = Unix.run(List.of("mount", "-o", "remount," + mode, disk.toString()));
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    }

    /** Takes all the room there is. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1024 * 1024];
        try (var stream = Files.newOutputStream(
                ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC)) {
            for (int size = block.length; size >= 512; size /= 2) {
                writeUntilFull(stream, block, size);
            }
        }
    }

    private static void writeUntilFull(java.io.OutputStream stream, byte[] block, int size) {
        try {
            for (long written = 0; written < DISK_BYTES; written += size) {
                stream.write(block, 0, size);
            }
        } catch (IOException e) {
            // Full, as wished.
        }
    }
}
