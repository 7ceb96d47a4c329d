package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

/** Tables that make a linkage engine slow, or make it say what is not so. */
class HardTablesTest {

    private final LinkageModel persons = ModelReader.shipped("persons");

    /** Everybody in a shelter has the shelter's phone: that alone makes nobody the same, and does not take n² time. */
    @Test
    void aPhoneOfThirtyThousandIsNobodysAndTold() {
        List<List<String>> rows = InventedPersons.rows(30_000, new Random(8));
        StringBuilder csv = new StringBuilder(String.join(",", rows.getFirst())).append('\n');
        for (List<String> row : rows.subList(1, rows.size())) {
            csv.append(row.get(0) + "," + row.get(1) + "," + row.get(2) + "," + row.get(3) + "," + row.get(4)
                    + ",55550000,F\n");
        }

        Linkage.Result result = TestLinkage.link(persons, 2, csv.toString());

        Blocking.RuleCount phone = result.rules().getFirst();
        assertThat(phone.overLarge()).isEqualTo(1);
        assertThat(phone.largest()).isEqualTo(30_000);
        // Neighbours only, twice ten each: not the 450 million of everybody with everybody.
        assertThat(phone.pairs()).isLessThan(600_001);
        assertThat(TestLinkage.clusters(result)).hasSizeGreaterThan(5_000).allMatch(cluster -> cluster.size() < 30);
    }

    @Test
    void columnsThatSayNothingLinkNobody() {
        StringBuilder csv = new StringBuilder("rec_id,nombres,apellidos,dob\n");
        for (int i = 0; i < 2_000; i++) {
            csv.append("r").append(i).append(i % 2 == 0 ? ",,,\n" : ",N/A,desconocido,-\n");
        }
        Linkage.Result result = TestLinkage.link(persons, 2, csv.toString());

        assertThat(TestLinkage.clusters(result)).isEmpty();
        assertThat(result.edges().size()).isZero();
    }

    @Test
    void whereNobodyIsTwiceNobodyIsLinked() {
        StringBuilder csv = new StringBuilder("rec_id,nombres,apellidos,dob,phone\n");
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            csv.append("r%d,%s,%s,%d-%02d-%02d,%d\n"
                    .formatted(
                            i,
                            word(random),
                            word(random),
                            1950 + random.nextInt(60),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            30_000_000 + random.nextInt(60_000_000)));
        }
        assertThat(TestLinkage.clusters(TestLinkage.link(persons, 2, csv.toString())))
                .isEmpty();
    }

    @Test
    void oneRowAndNoRowAtAll() {
        assertThat(TestLinkage.link(persons, 2, "rec_id,nombres,apellidos\n").clusters())
                .isEmpty();
        assertThat(TestLinkage.link(persons, 2, "rec_id,nombres,apellidos\nr1,Ana,Xol\n")
                        .clusters())
                .containsExactly(0);
    }

    @Test
    void whatIsNotUtf8IsReadAsOldSpreadsheetsWriteIt() throws java.io.IOException {
        java.nio.charset.Charset old = java.nio.charset.Charset.forName("windows-1252");
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(
                "rec_id,nombres,apellidos\nr1,María,Núñez\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        bytes.writeBytes("r2,María,Núñez\n".getBytes(old));
        try (Threads threads = new Threads(1)) {
            var reader = new org.fourfold.linkage.records.RecordsReader(persons, threads);
            reader.read(
                    org.fourfold.linkage.table.CsvTable.of(
                            "mixed.csv", new java.io.ByteArrayInputStream(bytes.toByteArray())),
                    "mixed.csv");
            var records = reader.records();
            assertThat(records.slot("name.surname1").text(0)).isEqualTo("nunez");
            assertThat(records.slot("name.surname1").text(1)).isEqualTo("nunez");
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
