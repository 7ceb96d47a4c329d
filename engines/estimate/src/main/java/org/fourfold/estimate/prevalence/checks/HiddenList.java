package org.fourfold.estimate.prevalence.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Limits;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/**
 * A list hidden from the estimate, as a population whose size is known: from where the other lists overlap among its persons it is
 * foretold how many of them no other list has, and compared with how many there are (Binette, Steorts 2021, On the reliability
 * of multiple systems estimation for the quantification of modern slavery, internal consistency).
 */
public sealed interface HiddenList {

    /** The list's name. */
    String list();

    /** How many stand on it. */
    int persons();

    /** How many of them no other list has. */
    int unseenByOthers();

    /**
     * A list that could be foretold.
     *
     * @param foretold how many of its persons no other list has, by the model chosen from the others
     * @param limits of {@code foretold}, with the choice of the model in them
     */
    record Foretold(String list, int persons, int unseenByOthers, double foretold, Limits limits)
            implements HiddenList {

        /** Whether what is known lies in the 95 % interval. */
        public boolean isMet() {
            return limits.lower95() <= unseenByOthers && unseenByOthers <= limits.upper95();
        }
    }

    /** A list among whose persons the others overlap too little to foretell anything. */
    record NotForetold(String list, int persons, int unseenByOthers, List<Problem> why) implements HiddenList {
        public NotForetold {
            why = List.copyOf(why);
        }
    }

    /** Each list of the table hidden in turn. */
    static List<HiddenList> all(CaptureTable table, Stepwise.Options options, Run run) {
        List<HiddenList> all = new ArrayList<>();
        for (int list = 0; list < table.lists().size(); list++) {
            all.add(of(table, list, options, run));
        }
        return all;
    }

    /** One list hidden. */
    static HiddenList of(CaptureTable table, int list, Stepwise.Options options, Run run) {
        String name = table.lists().get(list);
        int persons = table.onList(list);
        int unseen = table.count(1 << list);
        try {
            CaptureTable others = among(table, list);
            Stepwise.Estimate estimate = Stepwise.estimate(others, options, run);
            Limits total = estimate.bootstrap().bca();
            return new Foretold(
                    name,
                    persons,
                    unseen,
                    estimate.fitted().unseen(),
                    new Limits(
                            total.lower80() - others.cases(),
                            total.upper80() - others.cases(),
                            total.lower95() - others.cases(),
                            total.upper95() - others.cases()));
        } catch (RefusedException e) {
            return new NotForetold(name, persons, unseen, e.problems());
        }
    }

    /** The other lists among the persons of one; lists that have none of them are left out. */
    private static CaptureTable among(CaptureTable table, int hidden) {
        int[] kept = IntStream.range(0, table.lists().size())
                .filter(l -> l != hidden && table.onAll(1 << hidden | 1 << l) > 0)
                .toArray();
        List<Integer> histories = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int history = 1; history < table.histories(); history++) {
            if ((history >> hidden & 1) == 1 && history != 1 << hidden && table.count(history) > 0) {
                int other = 0;
                for (int i = 0; i < kept.length; i++) {
                    other |= (history >> kept[i] & 1) << i;
                }
                histories.add(other);
                counts.add((long) table.count(history));
            }
        }
        return CaptureTable.of(
                IntStream.of(kept).mapToObj(table.lists()::get).toList(),
                histories.stream().mapToInt(Integer::intValue).toArray(),
                counts.stream().mapToLong(Long::longValue).toArray());
    }
}
