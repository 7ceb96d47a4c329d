package org.fourfold.node.partnership.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.Permission;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.shell.Viewer;

/** In which of their roles a member acts, where more than one would do. Decides nothing: the façade asks again. */
final class Callers {

    private static final List<Role> SIGNERS = List.of(Role.SUPERVISOR, Role.LIAISON, Role.ANALYST);
    private static final List<Role> PERMITTERS = List.of(Role.ADMINISTRATOR, Role.SUPERVISOR);

    private Callers() {}

    static Actor publisher(Viewer viewer) {
        return viewer.actor(Purpose.PARTNERSHIP);
    }

    /** The role whose signature is still missing. */
    static Optional<Actor> signer(Viewer viewer, Publication publication) {
        return SIGNERS.stream()
                .filter(role -> viewer.holds(role) && publication.awaits(viewer.member(), role))
                .findFirst()
                .map(role -> viewer.actor(Purpose.PARTNERSHIP, role));
    }

    static Optional<Actor> withdrawer(Viewer viewer) {
        return SIGNERS.stream()
                .filter(role -> viewer.holds(role) && Partnership.mayWithdraw(role))
                .findFirst()
                .map(role -> viewer.actor(Purpose.PARTNERSHIP, role));
    }

    static boolean mayPermit(Viewer viewer) {
        return PERMITTERS.stream().anyMatch(viewer::holds);
    }

    static Actor permitter(Viewer viewer) {
        return PERMITTERS.stream()
                .filter(viewer::holds)
                .findFirst()
                .map(role -> viewer.actor(Purpose.OVERSIGHT, role))
                .orElseThrow(() -> new RefusedException("no-role-for-purpose"));
    }

    /** Who may be the second person, in the other of the two roles. */
    static Optional<Actor> agreeing(Viewer viewer, Permission permission) {
        return PERMITTERS.stream()
                .filter(role -> viewer.holds(role) && permission.mayAgree(viewer.member(), role))
                .findFirst()
                .map(role -> viewer.actor(Purpose.OVERSIGHT, role));
    }
}
