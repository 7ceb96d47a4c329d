package org.fourfold.node.partnership.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/** What the node's own pages about publications show. */
public final class PublicationPages {

    private PublicationPages() {}

    /** One line of the list. */
    public record Row(String href, String what, String source, String years, int ordinal, Tag state, String when) {}

    /** All publications, newest first. */
    public record All(List<Row> rows, Optional<String> next, boolean first, boolean on, boolean mayPermit) {}

    /** The form for a draft, with what was typed. */
    public record Draft(
            String formKey,
            List<Choice> series,
            String chosenSeries,
            String places,
            String kinds,
            String from,
            String to,
            Set<String> own) {}

    /** A step that somebody took: who, in which role, when. */
    public record Step(String who, String role, String when) {}

    /**
     * One publication.
     *
     * @param mayWrite the command to write it, where it is released
     */
    public record One(
            String id,
            PublicPage page,
            Tag state,
            Step author,
            List<Step> signatures,
            String formKey,
            boolean maySign,
            boolean mayWithdraw,
            String mayWrite) {}

    /** Whether publishing is on, and what this person may do about it. */
    public record Permit(
            String formKey,
            Tag state,
            Optional<Step> asked,
            Optional<Step> agreed,
            String licence,
            String contact,
            boolean mayAsk,
            boolean mayAgree,
            boolean mayEnd) {}
}
