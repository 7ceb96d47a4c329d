package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Permissions;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/**
 * What a person agreed to, to whom nothing may go, and what went out.
 *
 * @param path of this page
 * @param back to the file
 * @param players recordings of what is said before
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
        List<Recordings.Player> players,
        Typed typed) {

    public ConsentPage {
        consents = List.copyOf(consents);
        withheld = List.copyOf(withheld);
        went = List.copyOf(went);
    }

    /**
     * A consent.
     *
     * @param withdrawPath empty where nothing is left to take back
     * @param voicePath where a recording of the person saying it is kept; empty where there is one, or the reader may not
     * @param soundPath where it is heard; empty where there is none
     */
    public record Line(
            String recipient,
            Tag state,
            String purpose,
            String groups,
            String given,
            String ways,
            String until,
            String withdrawPath,
            String voicePath,
            String soundPath) {

        static Line of(
                PageFrame frame,
                Permissions all,
                Consent one,
                Map<OrganisationId, String> names,
                Map<UUID, String> heard,
                Instant now) {
            String path = "/files/" + all.file().id();
            String voice = path + "/consent/" + one.id() + "/voice";
            boolean voiced = all.voiced().contains(one.id());
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
                    ways(frame, one.terms(), heard),
                    frame.moment(one.withdrawn().orElse(one.until())),
                    holds ? path + "/consent/" + one.id() + "/withdraw" : "",
                    !voiced && holds && all.mayWrite() ? voice : "",
                    voiced ? voice + "/sound" : "");
        }

        /** How it was given, by whom, in which language it was explained, and what was heard. */
        private static String ways(PageFrame frame, Consent.Terms terms, Map<UUID, String> heard) {
            Stream<String> said = Stream.of(
                    frame.text("protection.consent.how." + ConsentWords.code(terms.how())),
                    frame.text("protection.consent.by." + ConsentWords.code(terms.givenBy())),
                    frame.text(Field.RIGHTS_LANGUAGE.optionKey(terms.language())));
            Stream<String> played = terms.heard().stream()
                    .map(id -> frame.text("protection.consent.heard-one", "what", heard.getOrDefault(id, "")));
            return Stream.concat(said, played).collect(Collectors.joining(" · "));
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
            boolean condition,
            String heard) {

        static final Typed NOTHING =
                new Typed("", "PROTECTION", Set.of(), "ADULT", "PRESENT", "es", "30", false, false, "");

        public Typed {
            groups = Set.copyOf(groups);
        }
    }
}
