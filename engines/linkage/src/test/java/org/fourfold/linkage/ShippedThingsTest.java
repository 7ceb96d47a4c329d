package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models for things that are no persons, on invented rows whose truth is known. The floors are what was measured on three seeds, rounded
 * down; wrong links are weighed as worse than missed ones.
 */
class ShippedThingsTest {

    private static final int THINGS = 1_500;

    private static String invented(String model, long seed) {
        return switch (model) {
            case "organisations" -> InventedThings.organisations(THINGS, seed);
            case "phones" -> InventedThings.phones(THINGS, seed);
            case "vehicles" -> InventedThings.vehicles(THINGS, seed);
            case "addresses" -> InventedThings.addresses(THINGS, seed);
            default -> throw new IllegalArgumentException(model);
        };
    }

    @ParameterizedTest
    @CsvSource({"organisations, .99, .82", "phones, .97, .70", "vehicles, .99, .78", "addresses, .93, .84"})
    void rowsOfOneThingAreFoundAndThoseOfOthersAreNot(String model, double precision, double recall) {
        for (long seed = 1; seed <= 3; seed++) {
            Linkage.Result result = TestLinkage.link(ModelReader.shipped(model), 2, invented(model, seed));

            ClusterScores scores = ClusterScores.of(truth(result.records()), result.clusters());
            assertThat(scores.pairs().precision()).as(model + " precision").isGreaterThanOrEqualTo(precision);
            assertThat(scores.pairs().recall()).as(model + " recall").isGreaterThanOrEqualTo(recall);
        }
    }

    /**
     * What looks alike and is not one: the branch of a chain in the next town, another car of the same make, model and colour, the
     * next flat of a house.
     */
    @ParameterizedTest
    @CsvSource({"organisations, 3", "addresses, 1"})
    void falseFriendsStayApart(String model, int friend) {
        Linkage.Result result = TestLinkage.link(ModelReader.shipped(model), 2, invented(model, 4));

        Map<Integer, Set<Integer>> things = new HashMap<>();
        for (int record = 0; record < result.records().size(); record++) {
            things.computeIfAbsent(result.clusters()[record], cluster -> new HashSet<>())
                    .add(thing(result.records(), record));
        }
        long mixed = things.values().stream()
                .filter(cluster ->
                        cluster.stream().anyMatch(thing -> thing % 4 == friend && cluster.contains(thing - 1)))
                .count();
        assertThat(mixed).isLessThan(THINGS / 4 / 20);
    }

    private static int thing(Records records, int record) {
        String id = records.idOf(record);
        return Integer.parseInt(id.substring(0, id.indexOf('-')));
    }

    private static int[] truth(Records records) {
        return IntStream.range(0, records.size())
                .map(record -> thing(records, record))
                .toArray();
    }
}
