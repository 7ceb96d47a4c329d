package org.fourfold.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.SlotText;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what it is counted how rare a value is. */
class RarityTest {

    private static final String MODEL = """
            model names 1
            id id
            field name person given=nombres surnames=apellidos
            field phone phone phone
            compare name.surname1 same rare, sound rare
            compare name.given1 same rare
            compare phone same rare
            block phone
            block name.surname1
            """;

    private static LinkageModel model(String more) {
        return ModelReader.read("names", (MODEL + more).lines().toList());
    }

    private static Records records(String rows) {
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(model(""), threads);
            reader.read(TestLinkage.table("id,nombres,apellidos,phone\n" + rows), "table");
            return reader.records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Frequencies.Counted counted, Slot slot, String value) {
        return counted.counts()[slot.vocabulary().find(value)];
    }

    @Test
    void aPersonRecordedOftenMakesNoNameCommon() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            rows.append("x").append(i).append(",Ana,Tzoc,55550000\n");
        }
        rows.append("y,Eva,Tzoc,55551111\nz,Rosa,Xol,55552222\nw,Ana,,55553333\n");
        Records records = records(rows.toString());
        Slot surname = records.slot("name.surname1");
        int[] clusters = new int[records.size()];
        int first = -1;
        for (int i = 0; i < clusters.length; i++) {
            boolean often = records.idOf(i).startsWith("x");
            first = often && first < 0 ? i : first;
            clusters[i] = often ? first : i;
        }

        Frequencies.Counted byRecord = Frequencies.RECORDS.of(surname);
        Frequencies.Counted byCluster = Frequencies.perCluster(clusters).of(surname);

        assertThat(count(byRecord, surname, "tzoc")).isEqualTo(16);
        assertThat(byRecord.all()).isEqualTo(17);
        assertThat(count(byCluster, surname, "tzoc")).isEqualTo(2);
        assertThat(count(byCluster, surname, "xol")).isEqualTo(1);
        assertThat(byCluster.all()).isEqualTo(3);
    }

    /** What the statement changes in the weights: twenty records of one woman, and everybody else once. */
    @Test
    void countedPerClusterHerNameIsAsRareAsAnyOther() {
        StringBuilder rows = new StringBuilder("id,nombres,apellidos,phone\n");
        for (int i = 0; i < 20; i++) {
            rows.append("x").append(i).append(",Ana,Tzoc,55550000\n");
        }
        for (int i = 0; i < 200; i++) {
            rows.append("y")
                    .append(i)
                    .append(",Eva,Xo")
                    .append((char) ('b' + i % 20))
                    .append((char) ('b' + i / 20));
            rows.append(",4").append(1_000_000 + 7 * i).append('\n');
        }
        Linkage.Result byRecord = TestLinkage.link(model(""), 1, rows.toString());
        Linkage.Result byCluster = TestLinkage.link(model("rarity clusters"), 1, rows.toString());

        int edge = 0;
        assertThat(byCluster.edges().evidence()[edge] - byRecord.edges().evidence()[edge])
                .isGreaterThan(Weights.parts(4));
        assertThat(TestLinkage.clusters(byCluster)).isEqualTo(TestLinkage.clusters(byRecord));
    }

    private static FrequencyTable table(String csv) {
        try {
            return FrequencyTable.read(
                    "census.csv",
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                    SlotText.of(model(""), "name.surname1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTableTakesThePlaceOfCounting() {
        FrequencyTable census = table("apellido,personas\nHERNÁNDEZ,600\nhernandez,100\nXol,200\nTzoc,100\n");
        Records records = records("a,Ana,Xol,1\nb,Eva,Xol,2\nc,Rosa,Hernández,3\nd,Ana,Banegas,4\ne,Ana,Zet,5\n");
        Slot surname = records.slot("name.surname1");

        Frequencies.Counted counted =
                Frequencies.RECORDS.with(Map.of("name.surname1", census)).of(surname);

        assertThat(share(counted, surname, "hernandez")).isCloseTo(.7, within(1e-6));
        assertThat(share(counted, surname, "xol")).isCloseTo(.2, within(1e-6));
        // One in five says it here, oftener than the rarest of the census.
        assertThat(share(counted, surname, "zet")).isCloseTo(.2, within(1e-6));
        assertThat(Frequencies.RECORDS.with(Map.of("phone", census)).of(surname).all())
                .isEqualTo(5);
    }

    @Test
    void whatATableLacksIsAsRareAsTheRarestInIt() {
        FrequencyTable shares = table("surname,share\nXol,.4\nTzoc,.05\n");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            rows.append(i).append(",Ana,").append(i == 0 ? "Zet" : "Xol").append(",\n");
        }
        Slot surname = records(rows.toString()).slot("name.surname1");

        Frequencies.Counted counted =
                Frequencies.RECORDS.with(Map.of("name.surname1", shares)).of(surname);

        assertThat(share(counted, surname, "zet")).isCloseTo(.05, within(1e-6));
        assertThat(share(counted, surname, "xol")).isCloseTo(.4, within(1e-6));
    }

    private static double share(Frequencies.Counted counted, Slot slot, String value) {
        return (double) count(counted, slot, value) / counted.all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a;b;c\\n # not-two-columns {columns=3}",
                "a,b\\nXol,many\\n # no-share {row=1}",
                "a,b\\nXol,-3\\n # no-share {row=1}",
                "a,b\\nXol,1\\nTzoc,1,1\\n # not-two-cells",
                "a,b\\n # no-value",
            })
    void aTableThatIsNoneSaysWhy(String csv, String reason) {
        assertThatThrownBy(() -> table(csv.replace("\\n", "\n")))
                .isInstanceOf(TableProblem.class)
                .hasMessageStartingWith("census.csv")
                .hasMessageContaining(reason.strip());
    }
}
