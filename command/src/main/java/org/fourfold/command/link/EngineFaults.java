package org.fourfold.command.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.cluster.JudgementsProblem;
import org.fourfold.linkage.model.ModelProblem;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;

/** What the engine finds wrong, as problems: each of its faults has texts of its own, under its code. */
public final class EngineFaults {

    private EngineFaults() {}

    static Problem of(ModelProblem found) {
        Map<String, String> details = new HashMap<>(found.details());
        details.put("file", found.file());
        details.put("line", Integer.toString(found.line()));
        return new Problem("command.link-model-" + found.fault().code(), new Problem.Place.Field("--model"), details);
    }

    /**
     * The same of a table.
     *
     * @param place the file, or the option that named it
     */
    public static Problem of(TableProblem found, Problem.Place place) {
        Map<String, String> details = new HashMap<>(found.details());
        details.put("file", found.table());
        return new Problem("command.link-table-" + found.fault().code(), place, details);
    }

    /** Each fault of a file of judgements that is told; how many more there are is said in the last. */
    static List<Problem> of(JudgementsProblem found, Problem.Place place) {
        List<Problem> problems = new ArrayList<>();
        for (JudgementsProblem.Wrong each : found.faults()) {
            Map<String, String> details = new HashMap<>(each.details());
            details.put("file", found.file());
            details.put("row", Long.toString(each.row()));
            problems.add(new Problem("command.link-judgement-" + each.fault().code(), place, details));
        }
        if (found.more() > 0) {
            problems.add(new Problem(
                    "command.link-judgements-more",
                    place,
                    Map.of("file", found.file(), "count", Long.toString(found.more()))));
        }
        return problems;
    }
}
