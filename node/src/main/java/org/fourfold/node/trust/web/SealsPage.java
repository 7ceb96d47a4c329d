package org.fourfold.node.trust.web;

import java.util.List;

/** Requests to open a seal: those that wait, and those that are open now. */
public record SealsPage(List<Line> lines) {

    public SealsPage {
        lines = List.copyOf(lines);
    }

    /**
     * One request.
     *
     * @param path where it is answered
     * @param subject the beginning of the id of what was consulted
     * @param readers where all is listed that was done with it; empty for who may not see it from here
     * @param answered by whom and when it was opened; empty while it waits
     * @param who who it was; empty while the seal is closed
     * @param mayAnswer whether the reader may be its second person
     */
    public record Line(
            String path,
            String subject,
            String readers,
            String role,
            String from,
            String to,
            String reason,
            String askedBy,
            String askedAt,
            String answered,
            String who,
            boolean mayAnswer) {}
}
