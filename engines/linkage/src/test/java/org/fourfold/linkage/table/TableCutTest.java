package org.fourfold.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table read in cuts says what it says when it is read as one, row by row and with the same numbers. */
class TableCutTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void cutsHoldTheRowsOfTheTableAndTheirNumbers() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFFid,\"what, said\"\r\n");
        String filler = "x".repeat(2_000);
        for (int row = 1; row <= 7_000; row++) {
            // Line ends within quotes, everywhere: no place in the middle tells where a row begins.
            text.append(row)
                    .append(",\"")
                    .append(filler)
                    .append("\nr")
                    .append(row)
                    .append(",\"\"\n\"\r\n");
        }
        text.append("7001,last");
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        List<TableCut> cuts;
        try (CsvTable table = CsvTable.open(file)) {
            cuts = TableCut.of(table, 1);
        }
        assertThat(cuts).hasSizeGreaterThan(3);
        assertThat(cuts.getLast().to()).isEqualTo(Files.size(file));
        List<String> whole = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            read(table, whole);
        }
        List<String> parts = new ArrayList<>();
        for (TableCut cut : cuts) {
            int before = parts.size();
            try (CsvTable table = cut.open(file)) {
                assertThat(table.columns()).containsExactly("id", "what, said");
                read(table, parts);
            }
            assertThat(parts.size() - before).isEqualTo(cut.rows());
        }
        assertThat(parts).hasSize(7_001).isEqualTo(whole);
    }

    @Test
    void aTableWithoutRowsHasNoCut() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), "id,name\n");
        try (CsvTable table = CsvTable.open(file)) {
            assertThat(TableCut.of(table, 1)).isEmpty();
        }
    }

    private static void read(CsvTable table, List<String> rows) throws IOException {
        for (Optional<Block> block = table.next(); block.isPresent(); block = table.next()) {
            for (int row = 0; row < block.get().rows(); row++) {
                Block here = block.get();
                rows.add(here.number(row) + "|" + RawText.of(here.bytes(), here.start(row, 0), here.end(row, 0)) + "|"
                        + RawText.of(here.bytes(), here.start(row, 1), here.end(row, 1)));
            }
        }
    }
}
