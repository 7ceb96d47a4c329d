package org.fourfold.node.prevention.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.prevention.DuplicateProposal;
import org.fourfold.node.prevention.DuplicateProposal.Reason;
import org.fourfold.node.prevention.IncidentPair;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/** Pairs of incidents that may be one, in words. */
public final class DuplicatesPage {

    private DuplicatesPage() {}

    /** Reasons of one side, each a short sentence. */
    public record Reasons(List<String> agreeing, List<String> against) {

        static Reasons of(PageFrame frame, DuplicateProposal proposal) {
            return new Reasons(said(frame, proposal, true), said(frame, proposal, false));
        }

        private static List<String> said(PageFrame frame, DuplicateProposal proposal, boolean speaksFor) {
            return proposal.reasons().stream()
                    .filter(reason -> reason.speaksFor() == speaksFor)
                    .map(reason -> frame.text(key(reason)))
                    .toList();
        }

        /** The key of a reason's words: what is compared, and the level, 0 where it differs. */
        static String key(Reason reason) {
            return "prevention.alike." + reason.part() + "-" + reason.level();
        }
    }

    /** One pair in the list. */
    public record Row(
            String href, String when, String kind, String first, String second, Tag strength, Reasons reasons) {}

    /**
     * The list.
     *
     * @param mayCompare whether the reader may begin a comparison
     * @param said how far the comparison is or what came of it; empty before the first
     */
    public record All(
            String formKey,
            boolean mayCompare,
            String from,
            String to,
            boolean running,
            Optional<String> said,
            List<Row> rows) {}

    /** What both reports say under one heading. */
    public record Line(String name, String first, String second) {}

    /** A decision of the past. */
    public record Decided(String what, String who, String when, String reason) {}

    /**
     * Two incidents side by side.
     *
     * @param strength how much there is for it; empty where it is not proposed
     * @param choices what may be decided now; empty for readers who may not
     */
    public record Pair(
            String path,
            String formKey,
            Optional<String> strength,
            Reasons reasons,
            List<Line> lines,
            List<String> hrefs,
            List<Decided> decisions,
            List<Choice> choices,
            String verdict,
            String reason) {}

    static String path(IncidentPair pair) {
        return "/map/incidents/" + pair.first() + "/same/" + pair.second();
    }
}
