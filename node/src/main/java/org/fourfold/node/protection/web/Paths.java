package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.Viewer;
import org.springframework.util.MultiValueMap;

/** What stands in addresses, parsed at the door: what is no identifier is not there. */
final class Paths {

    private Paths() {}

    static CaseFileId file(String text) {
        return parse(text, CaseFileId::parse);
    }

    static OpeningId opening(String text) {
        return parse(text, OpeningId::parse);
    }

    static NoteId note(String text) {
        return parse(text, NoteId::parse);
    }

    static ScreeningId screening(String text) {
        return parse(text, ScreeningId::parse);
    }

    static UUID id(String text) {
        return parse(text, UUID::fromString);
    }

    static Question question(String text) {
        return Question.parse(text).orElseThrow(NotFoundException::new);
    }

    /** Whoever is both supervisor and something else acts as supervisor only where that is asked for. */
    static Actor actor(Viewer viewer) {
        return viewer.actor(Purpose.PROTECTION);
    }

    static Actor reviewer(Viewer viewer) {
        return viewer.holds(Role.SUPERVISOR) ? viewer.actor(Purpose.PROTECTION, Role.SUPERVISOR) : actor(viewer);
    }

    /** Who oversees the reading of files and opens none. */
    static boolean isOverseer(Viewer viewer) {
        return viewer.holds(Role.PRIVACY_OFFICER) && !viewer.mayActFor(Purpose.PROTECTION);
    }

    static Actor overseer(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT, Role.PRIVACY_OFFICER);
    }

    static Map<String, List<String>> form(MultiValueMap<String, String> sent) {
        return Map.copyOf(sent);
    }

    private static <T> T parse(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
