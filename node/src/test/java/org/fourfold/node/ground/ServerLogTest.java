package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    private Path folder;

    @Test
    void aFullLogIsPutAsideUnderItsWritersHandsAndTheOldestIsDropped() throws Exception {
        Path file = folder.resolve("postgresql.log");
        ServerLog log = new ServerLog(file);
        log.open();
        try (OutputStream writer = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int round = 1; round <= ServerLog.OLD_FILES_MAX + 2; round++) {
                writer.write(new byte[(int) ServerLog.BYTES_MAX]);
                log.rotateWhenFull();
                assertThat(file).isEmptyFile();
            }
            writer.write('x');
        }

        assertThat(log.since(0)).isEqualTo("x");
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(1 + ServerLog.OLD_FILES_MAX);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgresql.log.1"))))
                .isEqualTo("rw-------");
    }
}
