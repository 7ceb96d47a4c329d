package org.fourfold.command.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of a Parquet file become the text that somebody would have typed into a CSV. */
class ParquetFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void cellsOfEveryTypeAreTextAsSomebodyWouldTypeIt() throws Exception {
        Path file = folder.resolve("it's.parquet");
        write(file, """
                SELECT 7::BIGINT AS id, 'Ana, "Nita"' AS name, TIMESTAMP '1990-05-06 00:00:00' AS born,
                    50241234567::DOUBLE AS phone, 1.5::DOUBLE AS height, ['1', '2'] AS tags, ['a', 'b'] AS firsts,
                    'Jalapa'::BLOB AS town, NULL::INTEGER AS nothing, 'x' AS other""");
        Map<String, String> separators = new LinkedHashMap<>();
        for (String column : List.of("id", "name", "born", "phone", "height", "firsts", "town", "nothing")) {
            separators.put(column, "");
        }
        separators.put("tags", ";");
        try (ParquetFile parquet = ParquetFile.open(file);
                var rows = parquet.rows(new WantedColumns(separators, Optional.of("id"), List.of()))) {
            assertThat(parquet.columns()).containsKeys("id", "other");
            assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                    id,name,born,phone,height,firsts,town,nothing,tags
                    7,"Ana, ""Nita\""",1990-05-06,50241234567,1.5,a,Jalapa,,1;2
                    """);
        }
    }

    @Test
    void aNameThatWouldBeTakenForAPatternIsRefused() {
        assertThatThrownBy(() -> ParquetFile.open(folder.resolve("a*.parquet")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("command.link-parquet-name");
    }

    private static void write(Path file, String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(
                    "COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }
}
