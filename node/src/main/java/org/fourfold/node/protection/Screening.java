package org.fourfold.node.protection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;

/**
 * A conversation: what was told, when, to whom, and who was there. A correction is a new revision; those before it stay.
 *
 * @param typist who typed it
 * @param typedAt when it was typed, which is another moment than when it was told
 * @param replies of the groups that the reader may see
 */
public record Screening(
        ScreeningId id, Revision revision, Setting setting, MemberId typist, Instant typedAt, Replies replies) {

    /** Who was in the room. */
    public enum Present {
        ALONE,
        CHILD,
        RELATIVE,
        COMPANION,
        POLICE,
        OTHER
    }

    /** Who interpreted. */
    public enum InterpreterRole {
        PROFESSIONAL,
        COLLEAGUE,
        VOLUNTEER,
        RELATIVE,
        COMPANION,
        CHILD,
        OTHER
    }

    /** Into which language, a code of {@link Field#LANGUAGES}, and by whom. */
    public record Interpreting(String language, InterpreterRole role) {}

    /**
     * How the conversation was held.
     *
     * @param toldOn when it was told
     * @param asker who asked, where that was not who typed; else empty
     * @param instrument with which questions, and in which version
     */
    public record Setting(
            Dated toldOn,
            String asker,
            Optional<Interpreting> interpreting,
            Set<Present> room,
            String instrument,
            String version) {

        public static final int ASKER_MAX = 120;

        public Setting {
            room = room.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(room));
        }

        /** Who was there before whom an answer may not have been free: codes, the gravest first. */
        public List<String> warnings() {
            List<String> warnings = new ArrayList<>();
            boolean interpretedBy = interpreting.isPresent();
            InterpreterRole by = interpreting.map(Interpreting::role).orElse(InterpreterRole.PROFESSIONAL);
            if (room.contains(Present.COMPANION) || (interpretedBy && by == InterpreterRole.COMPANION)) {
                warnings.add("companion");
            }
            if (room.contains(Present.RELATIVE) || (interpretedBy && by == InterpreterRole.RELATIVE)) {
                warnings.add("relative");
            }
            if (room.contains(Present.POLICE)) {
                warnings.add("police");
            }
            if (interpretedBy && by == InterpreterRole.CHILD) {
                warnings.add("child-interprets");
            }
            return warnings;
        }
    }

    @Override
    public String toString() {
        return "conversation " + id + " revision " + revision.number();
    }
}
