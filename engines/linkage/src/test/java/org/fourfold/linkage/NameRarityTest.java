package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

/**
 * A name that many bear makes nobody the same; a rare one does with something beside it. (nomenklatura, issue 248: "Fernando
 * Perez" was 92 % the same as another Pérez.)
 */
class NameRarityTest {

    private static final String HEADING = "rec_id,nombres,apellidos,dob,municipio,phone\n";
    private static final int NAMESAKES = 40;

    private final Random lot = new Random(248);
    private final StringBuilder table = new StringBuilder(HEADING);

    /** Four thousand records of others, of whom 40 are called Fernando Pérez as well, each born on a day of their own. */
    private void people() {
        for (List<String> row : InventedPersons.rows(4_000, lot).subList(1, 4_001)) {
            row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
        }
        for (int i = 0; i < NAMESAKES; i++) {
            row(
                    "f" + i,
                    "Fernando",
                    "Pérez",
                    "%d-%02d-%02d".formatted(1940 + i, 1 + i % 12, 1 + i % 28),
                    "Aldea " + i,
                    "");
        }
        for (int i = 0; i < NAMESAKES; i++) {
            row("p" + i, List.of("Luis", "Rosa", "Elena", "Juan").get(i % 4), "Pérez", "", "Aldea " + i, "");
        }
    }

    private void row(String... cells) {
        table.append(String.join(",", cells)).append('\n');
    }

    private List<List<String>> clusters() {
        return TestLinkage.clusters(TestLinkage.link(ModelReader.shipped("persons"), 2, table.toString()));
    }

    private static List<String> with(List<List<String>> clusters, String id) {
        return clusters.stream().filter(each -> each.contains(id)).findFirst().orElse(List.of(id));
    }

    @Test
    void equalCommonNamesAloneMergeNobody() {
        people();
        row("who", "Fernando", "Perez", "", "", "");
        row("who-else", "Fernando", "Perez", "", "", "");
        List<List<String>> clusters = clusters();
        assertThat(clusters).as("others are found").hasSizeGreaterThan(500);
        assertThat(with(clusters, "who")).containsExactly("who");
        assertThat(with(clusters, "who-else")).containsExactly("who-else");
        IntStream.range(0, NAMESAKES).forEach(i -> {
            assertThat(with(clusters, "f" + i)).containsExactly("f" + i);
            assertThat(with(clusters, "p" + i)).containsExactly("p" + i);
        });
    }

    /** The same day of birth and place are enough for a rare name, and the name alone is not. */
    @Test
    void equalRareNamesWithSomethingMoreDo() {
        people();
        List<String> rare = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String name = "Xochil" + (char) ('a' + i) + ",Tzunux" + (char) ('a' + i) + " Quinich" + (char) ('a' + i);
            row("one" + i, name, i % 2 == 0 ? "1984-03-1" + i : "1984", "Aldea 5", "");
            row("two" + i, name, "1984-03-1" + i, "Aldea 5", "");
            rare.add("one" + i);
        }
        List<List<String>> clusters = clusters();
        assertThat(rare).allSatisfy(id -> assertThat(with(clusters, id)).containsExactly(id, id.replace("one", "two")));
    }
}
