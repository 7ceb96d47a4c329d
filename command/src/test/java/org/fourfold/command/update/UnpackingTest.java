package org.fourfold.command.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    private static final String PREFIX = "fourfold/versions/0.2.0/";
    private static final Unpacking.Limits SMALL = new Unpacking.Limits(4, 100);

    @TempDir
    Path folder = Path.of("");

    private void unpack(PackedFiles archive) throws IOException {
        Path target = Files.createDirectories(folder.resolve("deep/target"));
        new Unpacking(PREFIX, target, SMALL).run(new ByteArrayInputStream(archive.bytes()));
    }

    private List<String> there() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void onlyTheVersionsOwnFolderIsTaken() throws IOException {
        unpack(new PackedFiles()
                .file("fourfold/current", "9.9.9\n")
                .file("fourfold/fourfold", "another start script")
                .file(PREFIX + "start", "run", 0755)
                .file(PREFIX + "app/lib/one.jar", "jar"));
        assertThat(there()).containsExactly("deep/target/app/lib/one.jar", "deep/target/start");
        assertThat(Files.isExecutable(folder.resolve("deep/target/start"))).isTrue();
        assertThat(Files.isExecutable(folder.resolve("deep/target/app/lib/one.jar")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "app/../../outside",
                "app/./x",
                "/outside",
                "..",
                "app\\..\\outside",
                "line\nbreak",
                "start"
            })
    void aNameThatIsNotPlainOrStandsTwiceIsRefused(String name) {
        PackedFiles archive = new PackedFiles().file(PREFIX + "start", "run").file(PREFIX + name, "x");
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(Unpacking.Unsafe.class);
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(folder.resolve("deep/outside")).doesNotExist();
    }

    @Test
    void linksAreRefusedWhereverTheyStand() {
        assertThatThrownBy(() -> unpack(new PackedFiles().symbolicLink(PREFIX + "app", "/etc")))
                .isInstanceOf(Unpacking.Unsafe.class);
        assertThatThrownBy(() -> unpack(new PackedFiles().hardLink(PREFIX + "app", "/etc/passwd")))
                .isInstanceOf(Unpacking.Unsafe.class);
        assertThatThrownBy(() -> unpack(new PackedFiles().symbolicLink("fourfold/current", "/etc/passwd")))
                .isInstanceOf(Unpacking.Unsafe.class);
    }

    @Test
    void tooManyOrTooMuchIsRefused() {
        PackedFiles many = new PackedFiles();
        for (int i = 0; i < 5; i++) {
            many.file(PREFIX + "file" + i, "x");
        }
        assertThatThrownBy(() -> unpack(many)).isInstanceOf(Unpacking.Unsafe.class);
        assertThatThrownBy(() -> unpack(new PackedFiles().file(PREFIX + "big", "x".repeat(101))))
                .isInstanceOf(Unpacking.Unsafe.class);
    }

    @Test
    void anArchiveOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> unpack(new PackedFiles().file("other/start", "run")))
                .isInstanceOf(Unpacking.Unsafe.class);
    }

    @Test
    void aFolderIsWholeOnlyWithExactlyTheFilesItsSumsName() throws IOException {
        Files.writeString(folder.resolve("abc"), "abc");
        // FIPS 180-2, appendix B.1.
        Files.writeString(
                folder.resolve("SHA256SUMS"),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc\n");
        assertThat(Unpacking.isWhole(folder)).isTrue();
        Files.writeString(folder.resolve("more"), "");
        assertThat(Unpacking.isWhole(folder)).isFalse();
        Files.delete(folder.resolve("more"));
        Files.writeString(folder.resolve("abc"), "abd");
        assertThat(Unpacking.isWhole(folder)).isFalse();
    }
}
