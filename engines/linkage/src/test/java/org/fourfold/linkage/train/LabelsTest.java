package org.fourfold.linkage.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.junit.jupiter.api.Test;

/** What people judged is not guessed: it teaches how often the values of one person agree. */
class LabelsTest {

    /** No training rule says anything of the code's own rule: the code is learnt from the pairs of a name and a day. */
    private static final LinkageModel MODEL = ModelReader.read("m", """
            model m 1
            id id
            field name category name
            field day  category day
            field code category code
            compare name same
            compare day same
            compare code same
            block name + day
            train name + day
            """.lines().toList());

    private static final int PEOPLE = 600;

    private final Records records = records();

    /** Everybody twice; one code in five differs. */
    private static Records records() {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("id,name,day,code\n");
        for (int i = 0; i < PEOPLE; i++) {
            String name = ",n" + random.nextInt(300) + ",d" + random.nextInt(300) + ",";
            csv.append("a").append(i).append(name).append('c').append(i).append('\n');
            csv.append("b")
                    .append(i)
                    .append(name)
                    .append('c')
                    .append(i % 5 == 0 ? PEOPLE + i : i)
                    .append('\n');
        }
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(TestLinkage.table(csv.toString()), "m");
            return reader.records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String id) {
        for (int i = 0; i < records.size(); i++) {
            if (records.idOf(i).equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private Labels.Label label(String a, String b, boolean same) {
        return Labels.Label.of(number(a), number(b), same);
    }

    private Weights train(List<Labels.Label> labels) {
        return new Trainer(MODEL, records, new Kernels(MODEL, records), new Labels(labels)).train();
    }

    /** The pairs of one person whose codes differ, judged to be one, or two. */
    private List<Labels.Label> differing(boolean same) {
        List<Labels.Label> labels = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i += 5) {
            labels.add(label("a" + i, "b" + i, same));
        }
        return labels;
    }

    private double codeDiffers(Weights weights) {
        return weights.m().get(2)[2];
    }

    @Test
    void pairsJudgedToBeOneMoveWhatOnePersonSays() {
        List<Labels.Label> one = differing(true);
        List<Labels.Label> two = differing(false);

        double without = codeDiffers(train(List.of()));
        double same = codeDiffers(train(one));
        double different = codeDiffers(train(two));

        assertThat(same).isGreaterThan(without);
        assertThat(same).isCloseTo(0.2, within(0.02));
        assertThat(different).isLessThan(without).isLessThan(0.02);
    }

    /** Hundreds of pairs are not outvoted by a few labels: each counts as one pair. */
    @Test
    void aLabelCountsAsOnePair() {
        List<Labels.Label> more = differing(true);
        double before = codeDiffers(train(more));
        for (int i = 0; i < 6; i++) {
            more.add(label("a" + 2 * i, "b" + (2 * i + 101), true));
        }

        double moved = codeDiffers(train(more)) - before;

        assertThat(moved).isCloseTo(6 * 0.8 / PEOPLE, within(0.003));
    }

    @Test
    void whatNoRuleTeachesLabelsDo() {
        List<Labels.Label> same = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            same.add(label("a" + i, "b" + i, true));
        }

        Weights weights = train(same);

        // The one training rule asks for the same name: how often it differs in one person it cannot say.
        assertThat(weights.m().getFirst()[1]).isCloseTo((200 + 20 * 0.9) / 220, within(1e-9));
        assertThat(train(List.of()).m().getFirst()[1]).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void aPairIsJudgedOnce() {
        assertThatThrownBy(() -> new Labels(List.of(label("a1", "b1", true), label("b1", "a1", true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("judged twice");
    }
}
