package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/**
 * What a person agreed to, to whom nothing may go, and what went out.
 *
 * @param path of this page
 * @param back to the file
 * @param typed what stands in the form after a fault
 */
public record ConsentPage(
        String path,
        String back,
        String formKey,
        List<Line> consents,
        List<Withheld> withheld,
        List<Went> went,
        boolean mayWrite,
        boolean mayShare,
        List<Choice> recipients,
        List<Choice> purposes,
        List<Choice> groups,
        List<Choice> by,
        List<Choice> how,
        List<Choice> languages,
        Typed typed) {

    public ConsentPage {
        consents = List.copyOf(consents);
        withheld = List.copyOf(withheld);
        went = List.copyOf(went);
    }

    /** A consent; {@code withdrawPath} is empty where nothing is left to take back. */
    public record Line(
            String recipient,
            Tag state,
            String purpose,
            String groups,
            String given,
            String until,
            String withdrawPath) {

        /** Of the file whose page is at the path. */
        static Line of(PageFrame frame, Consent one, Map<OrganisationId, String> names, String path, Instant now) {
            boolean holds = one.holds(now);
            Tag state = one.withdrawn().isPresent()
                    ? Tag.stop("protection.consent.state.withdrawn")
                    : holds ? Tag.done("protection.consent.state.holds") : Tag.quiet("protection.consent.state.ended");
            return new Line(
                    ConsentWords.name(names, one.terms().recipient()),
                    state,
                    ConsentWords.purpose(frame, one.terms().purpose()),
                    ConsentWords.groups(frame, one.terms().groups()),
                    frame.moment(one.given()),
                    frame.moment(one.withdrawn().orElse(one.until())),
                    holds ? path + "/consent/" + one.id() + "/withdraw" : "");
        }
    }

    /** To whom nothing may go; {@code liftPath} is empty for who may not lift it. */
    public record Withheld(String recipient, String said, String liftPath) {}

    /** What went out, and by what; {@code toldPath} is empty unless somebody has to tell whoever received it. */
    public record Went(String recipient, String groups, String why, String at, String by, Tag state, String toldPath) {}

    /** The form as it was sent. */
    public record Typed(
            String recipient,
            String purpose,
            Set<String> groups,
            String by,
            String how,
            String language,
            String days,
            boolean informed,
            boolean condition) {

        static final Typed NOTHING =
                new Typed("", "PROTECTION", Set.of(), "ADULT", "PRESENT", "es", "30", false, false);

        public Typed {
            groups = Set.copyOf(groups);
        }
    }
}
