package org.fourfold.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.normalise.NameWord;
import org.fourfold.linkage.normalise.PersonName;
import org.junit.jupiter.api.Test;

/** Names are read word by word where that is enough, and whole where it is not: both must say the same. */
class PlainNamesTest {

    private static final List<String> GIVEN = List.of(
            "María",
            "JOSÉ luis",
            "ana",
            "J. Carlos",
            "Ma. Elena",
            "Dr. Pedro",
            "María de los Ángeles",
            "nn",
            "Ева",
            "");
    private static final List<String> SURNAMES = List.of(
            "López",
            "Pérez Hdez.",
            "de la Cruz",
            "Montes de Oca Ruiz",
            "LÓPEZ vda. de Paz",
            "Xol-Caal",
            "O'Brien",
            "san martín",
            "");

    @Test
    void aCellGivesTheWordsOfItsName() throws IOException {
        StringBuilder csv = new StringBuilder("id,nombres,apellidos\n");
        for (int i = 0; i < GIVEN.size() * SURNAMES.size(); i++) {
            csv.append(i)
                    .append(',')
                    .append(given(i))
                    .append(',')
                    .append(surnames(i))
                    .append('\n');
        }
        Records records;
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(ModelReader.shipped("persons"), threads);
            reader.read(TestLinkage.table(csv.toString()), "names.csv");
            records = reader.records();
        }
        for (int i = 0; i < records.size(); i++) {
            int at = i;
            int row = records.rows()[i];
            String read = List.of("given1", "given2", "surname1", "surname2").stream()
                    .map(part -> records.slot("name." + part))
                    .map(slot -> slot.text(at))
                    .collect(Collectors.joining("|"));
            assertThat(read).as(given(row) + " / " + surnames(row)).isEqualTo(expected(row));
        }
    }

    private static String expected(int row) {
        PersonName given = PersonName.of(given(row), "");
        PersonName surnames = PersonName.of("", surnames(row));
        return two(given.given()) + "|" + two(surnames.surnames());
    }

    private static String two(List<NameWord> words) {
        return (words.isEmpty() ? "" : words.getFirst().text()) + "|"
                + (words.size() < 2 ? "" : words.get(1).text());
    }

    private static String given(int row) {
        return GIVEN.get(row % GIVEN.size());
    }

    private static String surnames(int row) {
        return SURNAMES.get(row / GIVEN.size());
    }
}
