package org.fourfold.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fourfold.linkage.table.TableFaults.Kind;
import org.junit.jupiter.api.Test;

/** CSV as RFC 4180 writes it and as people write it. */
class CsvTableTest {

    private TableFaults faults = new TableFaults();

    @Test
    void cellsInQuotesHoldEverything() throws IOException {
        assertThat(read("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n,\r\n"))
                .containsExactly(List.of("x, \"y\"\nz", "2"), List.of("", ""));
    }

    @Test
    void theHeadingSaysWhatStandsBetweenCells() throws IOException {
        assertThat(read("a;b;c\n1,5;2;3\n")).containsExactly(List.of("1,5", "2", "3"));
        assertThat(read("a\tb\n1\t2")).containsExactly(List.of("1", "2"));
        assertThat(read("a|b\n1|2")).containsExactly(List.of("1", "2"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        try (CsvTable table = table("\uFEFFid,b\n1,2\n")) {
            assertThat(table.columns()).containsExactly("id", "b");
        }
    }

    @Test
    void rowsOfOtherLengthsAreReadAndTold() throws IOException {
        assertThat(read("a,b\n1\n1,2,3\n\n4,5\n"))
                .containsExactly(List.of("1", ""), List.of("1", "2"), List.of("4", "5"));
        assertThat(faults.places(Kind.TOO_FEW_CELLS)).containsExactly(1L);
        assertThat(faults.places(Kind.TOO_MANY_CELLS)).containsExactly(2L);
    }

    @Test
    void aQuoteThatNothingClosesCostsItsLineAlone() throws IOException {
        assertThat(read("a,b\n1,\"open\n2,3\n4,5\n")).containsExactly(List.of("2", "3"), List.of("4", "5"));
        assertThat(faults.places(Kind.OPEN_QUOTE)).containsExactly(1L);
    }

    @Test
    void aCellOfManyMegabytesIsLeftOutAndTheRestIsRead() throws IOException {
        String huge = "x".repeat(30 << 20);
        assertThat(read("a,b\n1,2\n" + huge + ",3\n4,5\n")).containsExactly(List.of("1", "2"), List.of("4", "5"));
        assertThat(faults.places(Kind.ROW_TOO_LONG)).containsExactly(2L);
    }

    /** A whole document in a cell, line after line: it is one row that is left out, not a hundred thousand bad ones. */
    @Test
    void aQuotedCellOfManyMegabytesIsOneRowThatIsLeftOut() throws IOException {
        String document = "said \"\"so\"\",\n".repeat(1 << 20);
        assertThat(read("a,b,c\n1,2,3\n4,\"" + document + "\",6\n7,8,9\n"))
                .containsExactly(List.of("1", "2", "3"), List.of("7", "8", "9"));
        assertThat(faults.places(Kind.ROW_TOO_LONG)).containsExactly(2L);
        assertThat(faults.count(Kind.TOO_FEW_CELLS)).isZero();
    }

    @Test
    void aQuoteThatNothingClosesCostsItsLineAloneInALongTableToo() throws IOException {
        int rows = 1 << 19;
        assertThat(read("a,b\n1,\"open\n" + "2,34567\n".repeat(rows))).hasSize(rows);
        assertThat(faults.places(Kind.OPEN_QUOTE)).containsExactly(1L);
    }

    @Test
    void aHeadingThatCannotBeUsedSaysWhy() {
        assertThatThrownBy(() -> table("a,\"b" + "x".repeat(2 << 20)))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("heading-too-long");
        assertThatThrownBy(() -> table("a,,c\n1,2,3\n"))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("unnamed-column {number=2}");
        assertThatThrownBy(() -> table("a,a\n1,2\n"))
                .isInstanceOf(TableProblem.class)
                .hasMessageContaining("column-twice {column=a}");
        assertThatThrownBy(() -> table("")).isInstanceOf(TableProblem.class);
    }

    /** Whatever is written is read again, wherever the blocks are cut. */
    @Test
    void whatIsWrittenIsRead() throws IOException {
        Random random = new Random(3);
        List<List<String>> rows = new ArrayList<>();
        StringBuilder csv = new StringBuilder("a,b,c\n");
        while (csv.length() < 9 << 20) {
            List<String> row = List.of(cell(random), cell(random), "z" + rows.size());
            rows.add(row);
            row.forEach(cell -> csv.append(written(cell)).append(','));
            csv.setCharAt(csv.length() - 1, '\n');
        }
        assertThat(read(csv.toString()).equals(rows)).isTrue();
        assertThat(faults.isEmpty()).isTrue();
    }

    private static String cell(Random random) {
        String letters = "ab\",\nñ é";
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            cell.append(letters.charAt(random.nextInt(letters.length())));
        }
        return cell.toString();
    }

    private static String written(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private List<List<String>> read(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvTable table = table(csv)) {
            for (Optional<Block> next = table.next(); next.isPresent(); next = table.next()) {
                Block block = next.get();
                for (int row = 0; row < block.rows(); row++) {
                    rows.add(row(block, row, table.columns().size()));
                }
            }
            faults = table.faults();
        }
        return rows;
    }

    private static List<String> row(Block block, int row, int columns) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int start = block.start(row, column);
            cells.add(new String(block.bytes(), start, block.end(row, column) - start, StandardCharsets.UTF_8));
        }
        return cells;
    }

    private static CsvTable table(String csv) throws IOException {
        return CsvTable.of("persons.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
