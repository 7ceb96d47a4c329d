package org.fourfold.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;

/** What rules found and missed, where the truth is known. */
class RuleYieldsTest {

    private static final int PERSONS = 4_000;
    private static final int FIELDS = 6;

    /**
     * Each person is written down twice with six numbers of their own, each of which is right half of the time: a pair shares
     * each with a chance of a quarter, one apart from the other. Two marks are always right, so that who is met is known.
     */
    @Test
    void theMatchesThatNoRuleFoundAreEstimated() {
        StringBuilder csv = new StringBuilder("id,a,b,c,d,e,f,one,two\n");
        SplittableRandom random = new SplittableRandom(7);
        int missed = 0;
        for (int person = 0; person < PERSONS; person++) {
            boolean met = false;
            boolean[] right = new boolean[FIELDS];
            String marks = "," + random.nextInt(300) + "," + random.nextInt(300) + "\n";
            for (int time = 0; time < 2; time++) {
                csv.append(person).append('-').append(time);
                for (int field = 0; field < FIELDS; field++) {
                    boolean rightNow = random.nextBoolean();
                    met |= time == 1 && rightNow && right[field];
                    right[field] = rightNow;
                    csv.append(',').append(rightNow ? "p" + person : "x" + random.nextLong(1L << 50));
                }
                csv.append(marks);
            }
            missed += met ? 0 : 1;
        }
        RuleYields yields = yields(TestLinkage.link(six(), 2, csv.toString()));
        assertThat(missed).isBetween(600, 800);
        assertThat(yields.matches()).isCloseTo(PERSONS - missed, within(.03 * PERSONS));
        assertThat(yields.unseen().orElseThrow().missed()).isCloseTo((double) missed, within(.2 * missed));
        assertThat(yields.yields()).hasSize(FIELDS).allSatisfy(each -> {
            assertThat(each.matches()).isCloseTo(PERSONS / 4.0, within(.1 * PERSONS / 4));
            assertThat(each.alone()).isCloseTo(each.matches() * Math.pow(.75, 5), within(.15 * each.matches()));
        });
    }

    private static LinkageModel six() {
        StringBuilder text = new StringBuilder("model six 1\nid id\n");
        for (String field : List.of("a", "b", "c", "d", "e", "f", "one", "two")) {
            text.append("field ").append(field).append(" word ").append(field).append('\n');
            text.append("compare ").append(field).append(" same\n");
            text.append(field.length() == 1 ? "block " + field + "\n" : "");
        }
        return model(text.append("train one + two\n").toString());
    }

    private static final String TWO = """
            model two 1
            id id
            field a word a
            field b word b
            compare a same
            compare b same
            block a at-most 3
            block b
            """;

    /** Four share an a that three may share; of them one says nothing else. Two say nothing at all. */
    @Test
    void whoStandsInNoBlockIsCountedApart() {
        String csv = "id,a,b\n1,x,k\n2,x,k\n3,x,l\n4,x,\n5,y,l\n6,,\n7,,\n8,y,m\n";
        Linkage.Result result = TestLinkage.link(model(TWO), 1, csv);
        assertThat(yields(result).outside()).isEqualTo(new Blocking.Outside(2, 1));
        Blocking.RuleCount first = result.rules().getFirst();
        assertThat(first.overLarge()).isEqualTo(1);
        assertThat(first.leftOut()).isEqualTo(4);
        assertThat(first.pairs()).isEqualTo(1);
    }

    @Test
    void aPairThatTwoRulesGiveIsNobodysAlone() {
        StringBuilder csv = new StringBuilder("id,a,b\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i)
                    .append(',')
                    .append("a")
                    .append(i / 2)
                    .append(",b")
                    .append(i / 2)
                    .append('\n');
        }
        RuleYields yields = yields(TestLinkage.link(model(TWO), 1, csv.toString()));
        assertThat(yields.yields().get(1).count().pairs()).as("all met before").isZero();
        assertThat(yields.yields()).allSatisfy(each -> {
            assertThat(each.kept()).isEqualTo(20);
            assertThat(each.alone()).isZero();
            assertThat(each.matches()).isCloseTo(20, within(1.0));
        });
        assertThat(yields.matchesBy()).hasSize(2).first().isEqualTo(0.0);
        assertThat(yields.unseen().orElseThrow().missed()).isZero();
    }

    @Test
    void whereNobodyIsComparedNothingIsSaid() {
        assertThat(TestLinkage.link(model(TWO), 1, "id,a,b\n1,x,y\n").made()).isEmpty();
        RuleYields nothing = yields(TestLinkage.link(model(TWO), 1, "id,a,b\n1,x,y\n2,z,w\n"));
        assertThat(nothing.unseen()).isEmpty();
        assertThat(nothing.matches()).isZero();
        assertThat(RuleYields.none().matches()).isZero();
    }

    private static LinkageModel model(String text) {
        return ModelReader.read("test.model", text.lines().toList());
    }

    private static RuleYields yields(Linkage.Result result) {
        return RuleYields.of(result.made().orElseThrow().blocking(), result.rules(), result.edges(), result.weights());
    }
}
