package org.fourfold.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that lie in no file are read as those of a file with the same bytes and name are. */
class RowsFromMemoryTest {

    private static final String ROWS = """
            id,source,day,kind,dead
            1,One,2024-03-05,Drowning,2
            2,Two,05/03/2024,drowning,3
            3,Two,,Violence,
            """;

    @TempDir
    private Path folder;

    @Test
    void aStreamIsReadAsItsFileIs() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), ROWS);
        LinkageModel model = ModelReader.shipped("incidents");
        try (Threads threads = new Threads(1);
                CsvTable table = CsvTable.of("rows", new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)))) {
            RecordsReader fromFile = new RecordsReader(model, threads);
            fromFile.read(file);
            Records expected = fromFile.records();
            RecordsReader fromMemory = new RecordsReader(model, threads);
            fromMemory.read(table, "rows");
            Records read = fromMemory.records();

            assertThat(read.size()).isEqualTo(3);
            for (int record = 0; record < 3; record++) {
                assertThat(read.idOf(record)).isEqualTo(expected.idOf(record));
                for (String slot : expected.slots().keySet()) {
                    assertThat(read.slot(slot).text(record))
                            .isEqualTo(expected.slot(slot).text(record));
                }
            }
            assertThat(read.slot("day").counts()).as("both write the same day").contains(2);
        }
    }
}
