package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void nobodyElseReadsAnythingInAHome() throws Exception {
        Home home = new Home(folder.resolve("home"));

        home.prepare(false);

        assertThat(rights(home.path())).isIn("rwx------", "rwx--x--x");
        for (Path each : new Path[] {home.keys(), home.logs(), home.temporary(), home.backups(), home.reserve()}) {
            assertThat(rights(each)).isEqualTo("rwx------");
        }
    }

    @Test
    void rightsThatWereOpenedAreClosedAgain() throws Exception {
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);
        Files.setPosixFilePermissions(home.keys(), PosixFilePermissions.fromString("rwxr-xr-x"));

        home.prepare(false);

        assertThat(rights(home.keys())).isEqualTo("rwx------");
    }

    @Test
    void aDemonstrationIsRefusedInARealHome() {
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);

        assertThatThrownBy(() -> home.prepare(true)).hasMessage("ground.home-is-real");
    }

    @Test
    void aRealNodeIsRefusedInADemonstrationsHome() {
        Home home = new Home(folder.resolve("home"));
        home.prepare(true);

        assertThatThrownBy(() -> home.prepare(false)).hasMessage("ground.home-is-demonstration");
        assertThat(home.isDemonstration()).isTrue();
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> new Home(folder).prepare(false)).hasMessage("ground.home-not-ours");
        assertThat(folder).isDirectoryContaining("glob:**letter.txt").isDirectoryNotContaining("glob:**keys");
    }

    @Test
    void aHomeThatWasBegunAndNotFinishedIsBegunAgain() throws Exception {
        Files.writeString(folder.resolve("demonstration"), "");

        new Home(folder).prepare(false);

        assertThat(new Home(folder).isDemonstration()).isFalse();
        assertThat(new Home(folder).exists()).isTrue();
    }

    @Test
    void aHeldHomeIsRefusedUntilItIsLetGo() {
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);

        try (HomeLock first = home.lock()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(home::lock).hasMessage("ground.home-held");
        }
        home.lock().close();
    }

    @Test
    void aPathOfXdgThatIsNotAbsoluteIsIgnored() {
        Home home = Home.standard(true, Map.of("XDG_DATA_HOME", "relative"));

        assertThat(home.path()).isAbsolute();
        assertThat(home.path().toString()).doesNotContain("relative").endsWith("fourfold-demo");
    }

    @Test
    void workInProgressIsRemoved() throws Exception {
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);
        Files.createDirectories(home.temporary().resolve("upload/part"));
        Files.writeString(home.temporary().resolve("upload/part/1"), "x");

        home.emptyTemporary();

        assertThat(home.temporary()).isEmptyDirectory();
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
