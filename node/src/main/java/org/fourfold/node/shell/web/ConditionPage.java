package org.fourfold.node.shell.web;

import java.util.List;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;

/**
 * "Is everything all right?", what needs somebody first.
 *
 * @param groups those with findings: act, look at it, good
 */
public record ConditionPage(Text answer, List<Group> groups) {

    /** Findings that stand alike. */
    public record Group(HealthCheck.State state, List<HealthCheck.Finding> findings) {

        public Group {
            findings = List.copyOf(findings);
        }

        public String titleKey() {
            return switch (state) {
                case ILL -> "shell.condition.act";
                case CAREFUL -> "shell.condition.look";
                case WELL -> "shell.condition.good";
            };
        }

        public String id() {
            return switch (state) {
                case ILL -> "act";
                case CAREFUL -> "look";
                case WELL -> "good";
            };
        }
    }

    public ConditionPage {
        groups = List.copyOf(groups);
    }

    static ConditionPage of(List<HealthCheck.Finding> findings) {
        List<Group> groups = List.of(HealthCheck.State.ILL, HealthCheck.State.CAREFUL, HealthCheck.State.WELL).stream()
                .map(state -> new Group(
                        state,
                        findings.stream()
                                .filter(finding -> finding.state() == state)
                                .toList()))
                .filter(group -> !group.findings().isEmpty())
                .toList();
        return new ConditionPage(answer(findings), groups);
    }

    private static Text answer(List<HealthCheck.Finding> findings) {
        long ill = count(findings, HealthCheck.State.ILL);
        long careful = count(findings, HealthCheck.State.CAREFUL);
        if (ill > 0) {
            return Text.of("shell.condition.answer.act", "count", ill);
        }
        return careful > 0
                ? Text.of("shell.condition.answer.look", "count", careful)
                : Text.of("shell.condition.answer.good");
    }

    static long count(List<HealthCheck.Finding> findings, HealthCheck.State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }
}
