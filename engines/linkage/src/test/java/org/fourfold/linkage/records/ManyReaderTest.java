package org.fourfold.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

class ManyReaderTest {

    private static final LinkageModel MODEL =
            ModelReader.read("m.model", """
            model m 1
            id id
            field phone phone telefono|telefono2|celular many=;/
            compare phone same
            block phone
            """.lines().toList());

    private static Slot phones(String csv) throws IOException {
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(TestLinkage.table(csv), "t");
            return reader.records().slot("phone");
        }
    }

    private static List<String> texts(Slot slot) {
        return IntStream.range(0, slot.codes().length)
                .mapToObj(slot::text)
                .sorted()
                .toList();
    }

    @Test
    void valuesOfACellAreKeptEachOnceAndInOrder() throws IOException {
        Slot phones = phones("""
                id,telefono
                r1,5555-2222 ; 55551111/ 5555 2222 ;
                r2,N/A
                r3,55553333
                """);

        assertThat(texts(phones)).containsExactly("", "55551111; 55552222", "55553333");
        assertThat(phones.isMany()).isTrue();
        assertThat(phones.counts()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void everyColumnThatTheTableHasIsRead() throws IOException {
        Slot phones = phones("""
                id,celular,telefono
                r1,55552222,55551111;55553333
                r2,,55554444
                """);

        assertThat(texts(phones)).containsExactly("55551111; 55552222; 55553333", "55554444");
    }

    @Test
    void whereNobodySaysTwoTheSlotIsLikeAnyOther() throws IOException {
        Slot phones = phones("id,telefono\nr1,55552222; 5555-2222\nr2,\nr3,5555 2222\n");

        assertThat(phones.isMany()).isFalse();
        assertThat(texts(phones)).containsExactly("", "55552222", "55552222");
        assertThat(phones.counts()).containsExactly(1, 2);
    }

    @Test
    void aTableWithoutTheColumnSaysNothing() throws IOException {
        assertThat(texts(phones("id,other\nr1,5\n"))).containsExactly("");
    }

    @Test
    void ofTooManyValuesTheFirstAreTakenAndItIsTold() throws IOException {
        String twenty =
                IntStream.range(0, 20).mapToObj(i -> "555500" + (10 + i)).collect(Collectors.joining(";"));
        Slot phones = phones("id,telefono\nr1," + twenty + ";55550010\nr2," + twenty + ";55559999\nr3," + twenty
                + ";55559999\nr4,\n");

        assertThat(phones.sets().cut()).isEqualTo(2);
        assertThat(texts(phones).getLast()).isEqualTo(twenty.replace(";", "; "));
    }
}
