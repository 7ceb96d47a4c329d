package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.node.trust.internal.ReserveFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file whose room is taken beforehand: what is added is there again, whole records only, until it is cleared. */
class ReserveFileTest {

    @TempDir
    Path folder;

    private Path path = Path.of("");
    private ReserveFile file = new ReserveFile(path);

    @BeforeEach
    void prepare() {
        path = folder.resolve("events");
        file = new ReserveFile(path);
        file.prepare();
    }

    @Test
    void itsRoomIsTakenBeforehandAndNeverGrows() throws IOException {
        assertThat(path).hasSize(ReserveFile.BYTES);
        byte[] large = new byte[ReserveFile.RECORD_BYTES_MAX];
        int added = 0;
        while (file.add(large)) {
            added++;
        }
        assertThat(added).isEqualTo(ReserveFile.BYTES / ReserveFile.RECORD_BYTES_MAX - 1);
        assertThat(file.records()).hasSize(added);
        assertThat(path).hasSize(ReserveFile.BYTES);
    }

    @Test
    void whatWasAddedIsThereInOrderAlsoToTheNextProcess() {
        add("first", "second");
        new ReserveFile(path).prepare();
        assertThat(texts(new ReserveFile(path))).containsExactly("first", "second");
    }

    @Test
    void aRecordThatWasHalfWrittenWhenTheMachineStoppedEndsThem() throws IOException {
        add("first", "second");
        try (RandomAccessFile raw = new RandomAccessFile(path.toFile(), "rw")) {
            raw.seek(8 + 5 + 8 + 3);
            raw.write('X');
        }
        assertThat(texts(file)).containsExactly("first");
        add("third");
        assertThat(texts(file)).containsExactly("first", "third");
    }

    @Test
    void clearedItHoldsNothingOfThemAndKeepsItsRoom() throws IOException {
        add("first", "second");
        file.clear();
        assertThat(file.records()).isEmpty();
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("first", "second");
        assertThat(path).hasSize(ReserveFile.BYTES);
        add("x");
        assertThat(texts(file)).containsExactly("x");
    }

    private void add(String... records) {
        for (String record : records) {
            assertThat(file.add(record.getBytes(StandardCharsets.UTF_8))).isTrue();
        }
    }

    private static List<String> texts(ReserveFile file) {
        return file.records().stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .toList();
    }
}
