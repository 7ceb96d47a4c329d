package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * Impunity of groups of cases side by side.
 *
 * @param groups one line a group
 * @param shares Gray's test: whether the shares that reached the outcome differ
 * @param rates the log-rank test: whether those still open reach it at different rates
 */
public record GroupsResult(
        Provenance provenance, List<Line> groups, GroupTest shares, GroupTest rates, List<Problem> cautions) {

    /**
     * One group.
     *
     * @param impunity by horizon
     */
    public record Line(String name, int cases, List<ShareAt> impunity) {
        public Line {
            impunity = List.copyOf(impunity);
        }
    }

    public GroupsResult {
        groups = List.copyOf(groups);
        cautions = List.copyOf(cautions);
    }
}
