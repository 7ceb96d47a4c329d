package org.fourfold.node.shell.web;

import java.util.List;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Tag;

/** What was found, in order. */
public record HealthPage(List<HealthCheck.Finding> findings) {

    /** The tag that says how a finding stands. */
    public static Tag tag(HealthCheck.Finding finding) {
        return switch (finding.state()) {
            case WELL -> Tag.done("shell.health.state.well");
            case CAREFUL -> Tag.warn("shell.health.state.careful");
            case ILL -> Tag.stop("shell.health.state.ill");
        };
    }
}
