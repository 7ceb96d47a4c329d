package org.fourfold.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourfold.linkage.InventedPersons;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

/** A shelter writes its own telephone down for everybody: that is a relation, and nobody's identity. */
class SharedPhoneTest {

    private static final int RECORDS = 30_000;
    private static final int SHELTERED = 3_000;
    private static final String SHELTER = "22223333";

    private final List<List<String>> rows = InventedPersons.rows(RECORDS, new Random(8));

    private Linkage.Result link(boolean shelter) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(rows.get(i));
            if (shelter && i > 0 && i % (RECORDS / SHELTERED) == 0) {
                row.set(5, SHELTER);
            }
            csv.append(String.join(",", row)).append('\n');
        }
        return TestLinkage.link(ModelReader.shipped("persons"), 2, csv.toString());
    }

    private static Map<String, Integer> clusterById(Linkage.Result result) {
        Map<String, Integer> clusters = new HashMap<>();
        for (int i = 0; i < result.records().size(); i++) {
            Integer _ = clusters.put(result.records().idOf(i), result.clusters()[i]);
        }
        return clusters;
    }

    @Test
    void aPhoneOfThousandsTiesNobody() {
        Linkage.Result without = link(false);
        Linkage.Result with = link(true);

        Map<String, Integer> before = clusterById(without);
        Map<String, Integer> after = clusterById(with);
        Map<Integer, List<String>> sheltered = new HashMap<>();
        for (int i = RECORDS / SHELTERED; i < rows.size(); i += RECORDS / SHELTERED) {
            String id = rows.get(i).getFirst();
            sheltered
                    .computeIfAbsent(after.getOrDefault(id, -1), cluster -> new ArrayList<>())
                    .add(id);
        }
        int tied = 0;
        for (List<String> together : sheltered.values()) {
            for (String id : together) {
                tied += before.getOrDefault(id, -1).equals(before.getOrDefault(together.getFirst(), -2)) ? 0 : 1;
            }
        }
        assertThat(sheltered.size()).isGreaterThan(SHELTERED * 9 / 10);
        assertThat(tied).isLessThanOrEqualTo(SHELTERED / 1_000);
        // They are looked at, as long as they are fewer than four thousand: each pair once, and no more.
        assertThat(pairs(with) - pairs(without)).isLessThan((long) SHELTERED * SHELTERED / 2);
        assertThat(Hub.in(ModelReader.shipped("persons"), with.records(), with.clusters()))
                .singleElement()
                .satisfies(hub -> {
                    assertThat(hub.slot()).isEqualTo("phone");
                    assertThat(hub.records()).isEqualTo(SHELTERED);
                    assertThat(hub.clusters()).isEqualTo(sheltered.size());
                });
        assertThat(Hub.in(ModelReader.shipped("persons"), without.records(), without.clusters()))
                .isEmpty();
    }

    private static long pairs(Linkage.Result result) {
        return result.rules().stream().mapToLong(Blocking.RuleCount::pairs).sum();
    }
}
