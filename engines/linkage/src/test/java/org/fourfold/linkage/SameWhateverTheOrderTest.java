package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

/** What must change nothing changes nothing: the order of records and of columns, how many threads there are, running again. */
class SameWhateverTheOrderTest {

    private final LinkageModel persons = ModelReader.shipped("persons");
    private final List<List<String>> rows = InventedPersons.rows(4_000, new Random(11));
    private final String csv = csv(rows, List.of(0, 1, 2, 3, 4, 5, 6));

    @Test
    void somebodyIsFoundAtAll() {
        assertThat(TestLinkage.clusters(TestLinkage.link(persons, 2, csv))).hasSizeGreaterThan(500);
    }

    @Test
    void theOrderOfRecordsDoesNotCount() {
        List<List<String>> shuffled = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(shuffled, new Random(5));
        shuffled.addFirst(rows.getFirst());

        assertSame(TestLinkage.link(persons, 2, csv(shuffled, List.of(0, 1, 2, 3, 4, 5, 6))));
    }

    @Test
    void theOrderOfColumnsDoesNotCount() {
        assertSame(TestLinkage.link(persons, 2, csv(rows, List.of(6, 3, 1, 0, 5, 4, 2))));
    }

    @Test
    void theNumberOfThreadsDoesNotCount() {
        assertSame(TestLinkage.link(persons, 1, csv));
        assertSame(TestLinkage.link(persons, 5, csv));
    }

    private void assertSame(Linkage.Result other) {
        Linkage.Result one = TestLinkage.link(persons, 2, csv);
        assertThat(TestLinkage.clusters(other)).isEqualTo(TestLinkage.clusters(one));
        assertThat(other.edges().a()).isEqualTo(one.edges().a());
        assertThat(other.edges().b()).isEqualTo(one.edges().b());
        assertThat(other.edges().evidence()).isEqualTo(one.edges().evidence());
        assertThat(other.weights().prior()).isEqualTo(one.weights().prior());
    }

    private static String csv(List<List<String>> rows, List<Integer> columns) {
        return rows.stream()
                .map(row -> columns.stream().map(row::get).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
