package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files go over the channel one after the other, and one that is not there stops none of the others. */
class InputFilesTest {

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of(""));
    private List<Path> files = List.of();

    @BeforeEach
    void write() throws IOException {
        home = new Home(folder.resolve("home"));
        home.prepare(true);
        Path first = Files.writeString(folder.resolve("first.csv"), "uno");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path last = Files.writeString(folder.resolve("last.csv"), "tres".repeat(50_000));
        files = List.of(first, folder.resolve("missing.csv"), empty, last);
    }

    @Test
    void whatIsSentIsWhatIsReadAndNothingIsLeftBehind() throws IOException {
        byte[] sent = InputFiles.stream(files).readAllBytes();
        List<String> here = read(new InputFiles(Optional.empty(), files));
        List<String> there = read(new InputFiles(Optional.of(new ByteArrayInputStream(sent)), files));
        assertThat(there)
                .isEqualTo(here)
                .containsExactly("first.csv 3 true", "missing.csv -1 true", "empty.csv 0 true", "last.csv 200000 true");
        try (var left = Files.list(home.temporary())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aLineThatBreaksOffIsToldAndNothingOfTheFileIsRead() throws IOException {
        byte[] sent = InputFiles.stream(files).readAllBytes();
        byte[] cut = java.util.Arrays.copyOf(sent, sent.length - 1);
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> new InputFiles(Optional.of(new ByteArrayInputStream(cut)), files)
                        .each(home, (named, readable) -> seen.add(named.toString())))
                .isInstanceOf(ProblemException.class);
        assertThat(seen).hasSize(3);
    }

    private List<String> read(InputFiles input) throws IOException {
        List<String> seen = new ArrayList<>();
        input.each(home, (named, readable) -> {
            long size = readable.isEmpty() ? -1 : Files.size(readable.get());
            boolean same = readable.isEmpty() || Files.mismatch(named, readable.get()) < 0;
            seen.add(named.getFileName() + " " + size + " " + same);
        });
        return seen;
    }
}
