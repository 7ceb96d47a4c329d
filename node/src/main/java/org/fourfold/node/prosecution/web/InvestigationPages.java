package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/** What the pages about investigations show. */
public final class InvestigationPages {

    private InvestigationPages() {}

    /** One line of the list. */
    public record Row(String href, String title, String openedOn, Tag state) {}

    /** The investigations that the viewer may see. */
    public record All(List<Row> rows, Optional<String> next, boolean first) {}

    /** The form that opens one, with what was typed. */
    public record Opening(String formKey, String title, String day) {}

    /** Somebody who works or worked on it; {@code end} is empty where their work cannot be ended. */
    public record Worker(String name, String since, String until, String end) {}

    /**
     * One entry of the docket.
     *
     * @param what the kind of hearing or obstruction, or who asked; empty for a mandate
     * @param struck who struck it out, when and why; empty while it stands
     * @param strike where it can be struck out; empty where it cannot
     * @param under continuances of a hearing
     */
    public record Line(
            String day,
            String what,
            String words,
            String more,
            String entered,
            String struck,
            String strike,
            String putOff,
            List<Line> under) {

        public Line {
            under = List.copyOf(under);
        }
    }

    /** One investigation. */
    public record One(
            String path,
            String formKey,
            Tag state,
            String openedOn,
            String openedBy,
            String closed,
            boolean open,
            List<Worker> workers,
            String typedMember,
            List<Line> mandates,
            List<Line> hearings,
            List<Line> obstructions) {}

    /**
     * The form for one entry, with what was typed. A list of choices that is empty is not asked for.
     *
     * @param kind mandate, hearing, continuance or obstruction
     */
    public record Entry(
            String path,
            String formKey,
            String kind,
            String hearing,
            List<Choice> codes,
            String code,
            List<Choice> rulings,
            String ruling,
            String day,
            String until,
            String words,
            String evidence) {}

    /** The form that asks for a reason: to strike an entry out, or to close. */
    public record Reason(String action, String back, String kind, String why) {}
}
