package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The node and PostgreSQL are killed while eight writers write; whatever a writer had been told was kept must be there
 * when the next node has recovered it.
 * How many rounds: {@code -Dfourfold.recovery.rounds=20}.
 */
@Tag("recovery")
@Timeout(900)
class KilledUnderWritersTest {

    private static final int ROUNDS = Integer.getInteger("fourfold.recovery.rounds", 20);
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 100;

    private final Path folder = RecoveryBed.folder();

    @AfterEach
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void noAcknowledgedWriteIsLost() throws Exception {
        Path home = folder.resolve("home");
        Path data = home.resolve("data");
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (NodeHandle node = NodeHandle.start(home, "r" + round, WRITERS)) {
                node.awaitSaid("ready");
                assertNothingIsLost(acknowledged, node.kept(), round);
                node.awaitMore(WRITES_BEFORE_KILL);
                switch (round % 4) {
                    case 0 -> node.kill();
                    case 1 -> {
                        killPostgres(data);
                        node.awaitSaid("restarted");
                        node.awaitMore(WRITES_BEFORE_KILL);
                        node.kill();
                    }
                    case 2 -> {
                        killPostgres(data);
                        node.kill();
                        killPostgres(data);
                    }
                    case 3 -> {
                        node.kill();
                        killPostgres(data);
                    }
                    default -> throw new AssertionError();
                }
                acknowledged.addAll(node.acknowledged());
            }
        }
        assertNothingIsLost(acknowledged, RecoveryBed.written(home), ROUNDS);
        System.out.println(ROUNDS + " rounds, " + acknowledged.size() + " acknowledged writes, 0 lost");
        assertThat(Files.exists(data)).isTrue();
    }

    private static void assertNothingIsLost(Set<String> acknowledged, Set<String> kept, int rounds) {
        assertThat(acknowledged.isEmpty()).isEqualTo(rounds == 0);
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(kept);
        assertThat(lost).as("lost after " + rounds + " rounds").isEmpty();
    }

    private static void killPostgres(Path data) {
        List<Long> processes = Unix.processesIn(data);
        processes.forEach(pid -> Unix.signal(pid, Unix.Signal.KILL));
    }
}
