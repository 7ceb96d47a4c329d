package org.fourfold.node.protection.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.UnmetNeed;

/** Every row there is, in the order in which it is shown; all but the rows of {@link CountTable#WORKLOAD}, which are members. */
public final class Measures {

    private static final List<Measure> FIXED = all();

    private Measures() {}

    public static List<Measure> fixed() {
        return FIXED;
    }

    /** Whether a table counts what stands in no file. */
    public static boolean ofNobody(CountTable table) {
        return table == CountTable.UNMET || table == CountTable.REFUSALS;
    }

    /** The services of a family. */
    static Stream<Measure> services(Measure family) {
        return Arrays.stream(ServiceKind.values())
                .filter(kind -> Measure.of(CountTable.FAMILY, kind.family()).equals(family))
                .map(kind -> Measure.of(CountTable.SERVICE, kind));
    }

    private static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        rows(all, CountTable.FILES, "at-start", "opened", "closed", "at-end");
        rows(all, CountTable.CLIENTS, "new", "continuing", "total");
        rows(
                all,
                CountTable.AGE,
                "years-0-12",
                "years-13-17",
                "years-18-24",
                "years-25-59",
                "years-60",
                "not-reported");
        rows(all, CountTable.INTERPRETER, "yes", "no", "not-reported");
        Arrays.stream(ServiceKind.Family.values()).forEach(family -> all.add(Measure.of(CountTable.FAMILY, family)));
        Arrays.stream(ServiceKind.values()).forEach(kind -> all.add(Measure.of(CountTable.SERVICE, kind)));
        rows(all, CountTable.DEADLINES, "ended", "met", "not-met");
        Arrays.stream(UnmetNeed.Outcome.values()).forEach(outcome -> all.add(Measure.of(CountTable.UNMET, outcome)));
        rows(all, CountTable.REFUSALS, "conversation");
        return List.copyOf(all);
    }

    private static void rows(List<Measure> all, CountTable table, String... rows) {
        Arrays.stream(rows).forEach(row -> all.add(Measure.of(table, row)));
    }
}
