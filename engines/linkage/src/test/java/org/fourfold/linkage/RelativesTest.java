package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brothers and sisters, twins, parents and children of one name among invented persons, with the model as it is shipped and without what it says of them. */
class RelativesTest {

    private static final int PEOPLE = 6_000;
    private static final List<String> GIVEN = List.of(
            "María", "José", "Ana", "Luis", "Rosa", "Carlos", "Marta", "Juan", "Elena", "Pedro", "Suyapa", "Xiomara",
            "Delia", "Hugo", "Irma", "Berta", "Óscar", "Walter", "Nohemí", "Gladys");
    private static final List<String> BEGINNINGS = List.of(
            "Her", "Lop", "Xol", "Ban", "Tzoc", "Mej", "Zun", "Caal", "Ore", "Fun", "Gal", "Riv", "Cas", "Bon", "Ment");
    private static final List<String> ENDINGS = List.of(
            "ez", "ado", "illo", "es", "ano", "era", "al", "ino", "eda", "aya", "oy", "uc", "il", "ara", "eta", "onte");

    /** A person as they are. */
    private record Person(String given, String first, String second, int year, String day, int place, String phone) {}

    private final StringBuilder csv = new StringBuilder("id,nombres,apellidos,dob,municipio,phone\n");
    private final Map<String, String> familyOf = new HashMap<>();
    private final List<String> truth = new ArrayList<>();
    private int people;

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String surname(Random random) {
        return pick(BEGINNINGS, random) + pick(ENDINGS, random);
    }

    private static Person person(Random random) {
        return new Person(
                pick(GIVEN, random),
                surname(random),
                surname(random),
                1950 + random.nextInt(60),
                "-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
                random.nextInt(60),
                "5%07d".formatted(random.nextInt(10_000_000)));
    }

    private static Person relative(Person of, Random random) {
        Person other = person(random);
        return switch (random.nextInt(3)) {
            case 0 -> new Person(other.given, of.first, of.second, other.year, other.day, of.place, of.phone);
            case 1 -> new Person(other.given, of.first, of.second, of.year, of.day, of.place, other.phone);
            default -> new Person(of.given, of.first, other.second, of.year - 25, other.day, of.place, other.phone);
        };
    }

    private void write(Person person, String family, Random random) {
        String name = "p" + people++;
        int times = 1 + random.nextInt(3);
        for (int time = 0; time < times; time++) {
            String id = name + "-" + time;
            familyOf.put(id, family);
            truth.add(name);
            boolean unborn = random.nextInt(3) == 0;
            csv.append(id).append(',').append(random.nextInt(60) == 0 ? pick(GIVEN, random) : person.given);
            csv.append(',').append(person.first).append(random.nextInt(4) == 0 ? "" : " " + person.second);
            csv.append(',').append(unborn ? "" : person.year + person.day);
            csv.append(',').append("Aldea ").append(person.place);
            csv.append(',').append(random.nextInt(3) == 0 ? "" : person.phone).append('\n');
        }
    }

    private void invent(long seed) {
        Random random = new Random(seed);
        while (people < PEOPLE) {
            Person person = person(random);
            String family = "f" + people;
            write(person, family, random);
            if (random.nextInt(8) == 0) {
                write(relative(person, random), family, random);
            }
        }
    }

    private Linkage.Result link(boolean together) {
        List<String> lines = ModelReader.shippedLines("persons").stream()
                .filter(line -> together || !line.startsWith("together"))
                .toList();
        LinkageModel model = ModelReader.read("persons", lines);
        return TestLinkage.link(model, 2, csv.toString());
    }

    private int mergedRelatives(Linkage.Result result) {
        Map<Integer, List<String>> members = new HashMap<>();
        for (int i = 0; i < result.records().size(); i++) {
            members.computeIfAbsent(result.clusters()[i], cluster -> new ArrayList<>())
                    .add(result.records().idOf(i));
        }
        int merged = 0;
        for (List<String> cluster : members.values()) {
            for (String one : cluster) {
                for (String other : cluster) {
                    boolean twoPeople = !person(one).equals(person(other));
                    merged += twoPeople && familyOf.getOrDefault(one, "").equals(familyOf.get(other)) ? 1 : 0;
                }
            }
        }
        return merged / 2;
    }

    private static String person(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void fewerOfThemAreTakenForOnePersonAndNobodyIsLost(long seed) {
        invent(seed);

        Linkage.Result without = link(false);
        Linkage.Result with = link(true);

        ClusterScores before = ClusterScores.of(TestLinkage.truth(without.records(), truth), without.clusters());
        ClusterScores after = ClusterScores.of(TestLinkage.truth(with.records(), truth), with.clusters());
        assertThat(mergedRelatives(with)).isLessThan(mergedRelatives(without) * 9 / 10);
        assertThat(after.pairs().recall()).isGreaterThan(before.pairs().recall() - 0.01);
        assertThat(after.pairs().f1()).isGreaterThanOrEqualTo(before.pairs().f1());
    }
}
