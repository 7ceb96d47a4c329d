package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.ProblemException;
import org.jspecify.annotations.Nullable;
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
    private final Path home = folder.resolve("disk/home");
    private @Nullable SmallDisk mounted;

    @BeforeEach
    void mount() throws IOException {
        mounted = SmallDisk.mount(folder.resolve("image"), folder.resolve("disk"), DISK_BYTES);
        assertThat(RecoveryBed.home(home).exists()).isTrue();
    }

    @AfterEach
    void unmount() {
        Orphan.stop(home.resolve("data"));
        if (mounted != null) {
            mounted.close();
        }
        RecoveryBed.remove(folder);
    }

    private SmallDisk disk() {
        return Objects.requireNonNull(mounted);
    }

    @Test
    void aFullDiskIsToldOfWhileWorkingAndAtTheStartAndNothingIsLost() throws IOException {
        Set<String> acknowledged = new HashSet<>();
        List<String> told = new ArrayList<>();
        try (Ground ground = RecoveryBed.open(home)) {
            disk().fill();
            // Members are refused while PostgreSQL can still go on; the node's own work goes on until it cannot.
            assertThatThrownBy(() -> RecoveryBed.write(ground, "refused")).hasMessage("frame.disk-full");
            for (int number = 0; told.isEmpty(); number++) {
                assertThat(number).as("writes that a full disk took").isLessThan(WRITES_MAX);
                String detail = "w/" + number + "/" + "x".repeat(100);
                try {
                    RecoveryBed.writeAsNode(ground, detail);
                    acknowledged.add(detail);
                } catch (ProblemException e) {
                    told.add(String.valueOf(e.getMessage()));
                }
            }
            assertThat(told.getFirst()).isIn("frame.disk-full", "frame.database-away");
            assertThatThrownBy(() -> read(ground)).hasMessageMatching("frame.disk-full|frame.database-away");
            assertThat(new Storage(home).fault())
                    .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("ground.disk-full"));
        }

        assertThatThrownBy(() -> RecoveryBed.open(home)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e).hasMessage("ground.disk-full");
            assertThat(e.problems().getFirst().details()).containsEntry("place", home.toString());
        });

        disk().empty();
        assertThat(RecoveryBed.written(home)).containsAll(acknowledged);
    }

    @Test
    void aFirstStartOnAFullDiskLeavesNothingHalfMade() throws IOException {
        disk().fill();
        // Enough to begin, not enough to end.
        disk().makeRoom(Storage.FREE_BYTES_MIN + 2 * 1024 * 1024);

        // Programs of its own, which need the room that is not there.
        Files.delete(home.resolve("server"));

        assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.disk-full");

        disk().empty();
        RecoveryBed.open(home).close();
        assertThat(home.resolve("server")).isDirectoryNotContaining("glob:**unpacking*");
        assertThat(home.resolve("data-unfinished")).doesNotExist();
    }

    @Test
    void aDiskThatCanOnlyBeReadIsToldOfAndNothingIsLost() {
        try (Ground ground = RecoveryBed.open(home)) {
            RecoveryBed.write(ground, "before");
        }
        disk().onlyRead();
        try {
            assertThatThrownBy(() -> RecoveryBed.open(home)).hasMessage("ground.disk-read-only");
        } finally {
            disk().writeAgain();
        }
        assertThat(RecoveryBed.written(home)).containsExactly("before");
    }

    /** A guarded read, whose event cannot be written. */
    private static long read(Ground ground) {
        return ground.databases().of("protection").read(NodeProcess.ACTOR, tx -> {
            tx.record(Event.of(NodeProcess.WRITTEN).detail("read/" + "x".repeat(100)));
            return 1L;
        });
    }
}
