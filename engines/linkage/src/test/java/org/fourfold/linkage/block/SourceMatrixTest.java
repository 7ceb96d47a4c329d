package org.fourfold.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMatrixTest {

    @TempDir
    private Path folder;

    @Test
    void usuallyEverybodyMayMeet() {
        SourceMatrix matrix = SourceMatrix.read("m", List.of("", "# nothing is forbidden"));
        assertThat(matrix).isEqualTo(SourceMatrix.ALL);
        assertThat(matrix.isAll()).isTrue();
        assertThat(matrix.allows("a", "a")).isTrue();
    }

    @Test
    void aPairSaysOtherwiseThanTheRestWhicheverWayItIsWritten() {
        SourceMatrix matrix = SourceMatrix.read(
                "m", List.of("within forbid", "between link", "pair b \"casa norte\" forbid # law", "pair b b dedupe"));
        assertThat(matrix.allows("casa norte", "b")).isFalse();
        assertThat(matrix.allows("b", "casa norte")).isFalse();
        assertThat(matrix.allows("a", "b")).isTrue();
        assertThat(matrix.allows("a", "a")).isFalse();
        assertThat(matrix.allows("b", "b")).isTrue();
    }

    @Test
    void recordsMeetByTheirSources() throws IOException {
        Records records = records("a,1", "a,2", "b,3", "c,4");
        SourceMatrix matrix = SourceMatrix.read("m", List.of("within forbid", "pair a c forbid", "pair x a forbid"));
        SourcePairs pairs = matrix.over(records);
        for (int one = 0; one < records.size(); one++) {
            for (int other = 0; other < records.size(); other++) {
                assertThat(pairs.mayMeet(one, other))
                        .isEqualTo(matrix.allows(
                                records.sources().get(records.source()[one]),
                                records.sources().get(records.source()[other])));
            }
        }
        assertThat(pairs.isAll()).isFalse();
        assertThat(matrix.unknown(records)).containsExactly("x");
        assertThat(SourceMatrix.ALL.over(records).isAll()).isTrue();
    }

    @Test
    void aLineThatCannotBeUnderstoodIsToldWithItsPlace() {
        assertThatThrownBy(() -> SourceMatrix.read("m", List.of("within link")))
                .hasMessage("m:1: \"link\" cannot stand here: write dedupe or forbid");
        assertThatThrownBy(() -> SourceMatrix.read("m", List.of("", "pair a a link")))
                .hasMessageStartingWith("m:2: \"link\" cannot stand here");
        assertThatThrownBy(() -> SourceMatrix.read("m", List.of("pair a b link", "pair b a forbid")))
                .hasMessage("m:2: an earlier line says otherwise of the same two sources");
        assertThatThrownBy(() -> SourceMatrix.read("m", List.of("pair a")))
                .hasMessageStartingWith("m:1: write: within dedupe|forbid");
        assertThatThrownBy(() -> SourceMatrix.read("m", List.of("pair \"a b link")))
                .hasMessage("m:1: a quote is opened and not closed");
    }

    private Records records(String... rows) throws IOException {
        Path file = folder.resolve("records.csv");
        Files.writeString(file, "source,id\n" + String.join("\n", rows) + "\n");
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(ModelReader.shipped("persons"), threads);
            reader.read(file);
            return reader.records();
        }
    }
}
