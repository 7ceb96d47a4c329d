package org.fourfold.node.trust;

import java.util.EnumSet;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;

/** Who may see how the record stands: those who oversee. It shows codes, times and pseudonyms, and nobody's data. */
final class IntegrityRule {

    private static final Set<Role> OVERSEERS =
            EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.TRUSTEE, Role.ADMINISTRATOR);

    /** Those who answer for how files are consulted: of them one asks for a seal to be opened and another opens it. */
    private static final Set<Role> OPENERS = EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER);

    /** Those who answer for the machine, and those who watch over the house from outside. */
    private static final Set<Role> APPOINTERS = EnumSet.of(Role.ADMINISTRATOR, Role.TRUSTEE);

    private IntegrityRule() {}

    static boolean maySee(Actor actor) {
        return actor.purpose() == Purpose.OVERSIGHT && OVERSEERS.contains(actor.role());
    }

    static boolean mayAppointWitnesses(Actor actor) {
        return actor.purpose() == Purpose.OVERSIGHT && APPOINTERS.contains(actor.role());
    }

    static boolean mayOpenSeals(Actor actor) {
        return actor.purpose() == Purpose.OVERSIGHT && OPENERS.contains(actor.role());
    }
}
