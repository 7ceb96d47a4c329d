package org.fourfold.node.protection.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.DemandId;
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

    static DemandId demand(String text) {
        return parse(text, DemandId::parse);
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

    /**
     * For what a file's lawyer, its owner and the supervisor each do in their own way: as the lawyer first, where the member is
     * one, and otherwise as a reviewer. Only who holds both roles is ever asked twice.
     */
    static <T> T asLawyerOrReviewer(Viewer viewer, Function<Actor, T> work) {
        boolean lawyer = viewer.holds(Role.LAWYER);
        if (lawyer && viewer.roles().stream().anyMatch(role -> role == Role.CASEWORKER || role == Role.SUPERVISOR)) {
            try {
                return work.apply(viewer.actor(Purpose.PROTECTION, Role.LAWYER));
            } catch (RefusedException notTheLawyer) {
                return work.apply(reviewer(viewer));
            }
        }
        return work.apply(lawyer ? viewer.actor(Purpose.PROTECTION, Role.LAWYER) : reviewer(viewer));
    }

    /** Who oversees the reading of files and opens none. */
    static boolean isOverseer(Viewer viewer) {
        return viewer.holds(Role.PRIVACY_OFFICER) && !viewer.mayActFor(Purpose.PROTECTION);
    }

    static Actor overseer(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT, Role.PRIVACY_OFFICER);
    }

    /** A trustee from outside, who hears complaints: not one who has a part in the work of the house. */
    static boolean isTrustee(Viewer viewer) {
        return isTrustee(viewer.roles());
    }

    static boolean isTrustee(Set<Role> roles) {
        return roles.contains(Role.TRUSTEE)
                && roles.stream().noneMatch(role -> switch (role) {
                    case CASEWORKER, NIGHT_STAFF, SUPERVISOR, LAWYER, ADMINISTRATOR -> true;
                    case INVESTIGATOR, PROSECUTOR, ANALYST, LIAISON, PRIVACY_OFFICER, TRUSTEE -> false;
                });
    }

    static Actor trustee(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT, Role.TRUSTEE);
    }

    /** For what anybody of the house may do: in the first purpose that one of their roles fits. */
    static Actor anybody(Viewer viewer) {
        return Arrays.stream(Purpose.values())
                .filter(viewer::mayActFor)
                .findFirst()
                .map(viewer::actor)
                .orElseThrow(() -> new RefusedException("no-role-for-purpose"));
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
