package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same node started by an ordinary user. Everybody but root tests this with every other recovery test. */
@Tag("recovery")
@Timeout(180)
class PlainUserTest {

    private static final String NOBODY = "65534";

    private final Path folder = RecoveryBed.folder();

    @AfterEach
    void remove() {
        Orphan.stop(folder.resolve("plain/home/data"));
        PostgresBinaries.delete(folder);
    }

    @Test
    void anOrdinaryUserRunsANodeThatSurvivesBeingKilled() throws Exception {
        assumeTrue(Unix.isRoot(), "skipped: the other tests ran as an ordinary user already");
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertThat(Unix.run(List.of("chown", NOBODY + ":" + NOBODY, plain.toString()))
                        .succeeded())
                .isTrue();
        List<String> asNobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs", "--");
        Path home = plain.resolve("home");
        String classPath = readableClassPath();

        try (NodeHandle node = NodeHandle.start(asNobody, classPath, home, "first", 2)) {
            node.awaitSaid("ready");
            node.awaitMore(20);
            assertThat(Files.getAttribute(home.resolve("data"), "unix:uid")).isEqualTo(Integer.parseInt(NOBODY));
            node.kill();
        }
        try (NodeHandle node = NodeHandle.start(asNobody, classPath, home, "second", 2)) {
            node.awaitSaid("ready");
            node.awaitMore(20);
            node.stop();
        }
        assertThat(Unix.processesIn(home.resolve("data"))).isEmpty();
    }

    /** The class path copied to where an ordinary user may read it: root's own folders are closed. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("classes"));
        Unix.allow(copies, "rwxr-xr-x");
        List<String> entries = new ArrayList<>();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            if (!Files.exists(source) || entry.contains("playwright")) {
                continue;
            }
            Path target = copies.resolve(number++ + "-" + source.getFileName());
            copy(source, target);
            entries.add(target.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                    Unix.allow(copy, "rwxr-xr-x");
                } else {
                    Files.copy(path, copy);
                    Unix.allow(copy, "rw-r--r--");
                }
            }
        }
    }
}
