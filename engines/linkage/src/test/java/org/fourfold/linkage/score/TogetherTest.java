package org.fourfold.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;

/** Fields that depend on each other, invented so that it is known how much. */
class TogetherTest {

    private static final int PEOPLE = 8_000;
    private static final int FAMILIES = 500;
    private static final int SURNAMES = 2_000;
    private static final int VILLAGES = 400;
    private static final int GIVEN = 80;
    private static final int CODES = 3_000;

    private static final String MODEL = """
            model kin 1
            id id
            field surname category surname
            field village category village
            field given   category given
            field code    category code
            compare surname same
            compare village same
            compare given   same
            compare code    same
            block surname + village
            block given + code
            block surname + code
            train given + code
            train surname + code
            train surname + village
            """;

    private static final String TOGETHER = "together kin surname same + village same + given else\n";

    /** A person: surname, village, given name, code. */
    private record Person(int surname, int village, int given, int code) {}

    private final Random random = new Random(11);
    private final StringBuilder csv = new StringBuilder("id,surname,village,given,code\n");
    private final List<Person> written = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();
    private int people;

    private Person person() {
        return new Person(
                random.nextInt(SURNAMES), random.nextInt(VILLAGES), random.nextInt(GIVEN), random.nextInt(CODES));
    }

    /** Everybody once or twice, one field in twenty another than it is. */
    private void write(Person person) {
        people++;
        int times = 1 + random.nextInt(2);
        for (int time = 0; time < times; time++) {
            Person other = person();
            Person said = new Person(
                    random.nextInt(20) == 0 ? other.surname() : person.surname(),
                    random.nextInt(20) == 0 ? other.village() : person.village(),
                    random.nextInt(20) == 0 ? other.given() : person.given(),
                    random.nextInt(20) == 0 ? other.code() : person.code());
            csv.append('r').append(written.size());
            csv.append(",s").append(said.surname()).append(",v").append(said.village());
            csv.append(",g")
                    .append(said.given())
                    .append(random.nextBoolean() ? "," : ",c" + said.code())
                    .append('\n');
            written.add(said);
            truth.add("p" + people);
        }
    }

    private void invent(int families) {
        for (int i = 0; i < PEOPLE; i++) {
            write(person());
        }
        for (int i = 0; i < families; i++) {
            Person one = person();
            Person other = person();
            write(one);
            write(new Person(one.surname(), one.village(), other.given(), other.code()));
        }
    }

    /** How often people who are not one agree so, as many times as if surname and village had nothing to do with each other. */
    private double known() {
        long agree = 0;
        long all = 0;
        for (int i = 0; i < written.size(); i++) {
            for (int j = i + 1; j < written.size(); j++) {
                if (!truth.get(i).equals(truth.get(j))) {
                    Person a = written.get(i);
                    Person b = written.get(j);
                    all++;
                    agree += a.surname() == b.surname() && a.village() == b.village() && a.given() != b.given() ? 1 : 0;
                }
            }
        }
        return agree / (all / (double) SURNAMES / VILLAGES * (GIVEN - 1) / GIVEN);
    }

    private Linkage.Result link(String model) {
        LinkageModel read = ModelReader.read("kin", model.lines().toList());
        return TestLinkage.link(read, 2, csv.toString());
    }

    private double falseMerges(Linkage.Result result) {
        ClusterScores scores = ClusterScores.of(TestLinkage.truth(result.records(), truth), result.clusters());
        return 1 - scores.pairs().precision();
    }

    @Test
    void whatRelativesAgreeInIsLearntAsOftenAsItIs() {
        invent(FAMILIES);

        double learnt = link(MODEL + TOGETHER).weights().together().getFirst();

        assertThat(log2(1 + learnt)).isCloseTo(log2(known()), within(0.2));
    }

    @Test
    void whereNobodyIsRelatedNothingIsTaken() {
        invent(0);

        Weights weights = link(MODEL + TOGETHER).weights();

        assertThat(weights.together(0, 0)).isBetween(-Weights.parts(0.1), 0);
    }

    @Test
    void fewerRelativesBecomeOnePerson() {
        invent(FAMILIES);

        Linkage.Result apart = link(MODEL);
        Linkage.Result together = link(MODEL + TOGETHER);

        assertThat(falseMerges(apart)).isGreaterThan(0.1);
        assertThat(falseMerges(together)).isLessThan(falseMerges(apart) / 2);
    }

    /** One in a million agree by chance, so a family is a thousand times likelier there than among the common. */
    @Test
    void moreIsTakenFromRareValuesThanFromCommonOnes() {
        Weights weights = new Weights(List.of(), List.of(), 0.5).withTogether(List.of(3.0));

        assertThat(weights.together(0, 0)).isEqualTo(Weights.parts(-2));
        assertThat(weights.together(0, 10 * Weights.PARTS)).isCloseTo(Weights.parts(-11.585), within(2));
        assertThat(weights.together(0, -20 * Weights.PARTS)).isZero();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
