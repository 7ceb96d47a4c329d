package org.fourfold.node.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/**
 * An edition and what became of it.
 *
 * @param hash what is signed
 * @param releasedOn the organisation's day
 * @param overtaken whether another edition of the series was released since this one was drafted: its figures were compared
 *     with too few, so it can never be released
 */
public record Publication(
        PublicationId id,
        Edition edition,
        String hash,
        MemberId author,
        Instant draftedAt,
        List<Signature> signatures,
        Optional<LocalDate> releasedOn,
        Optional<Withdrawal> withdrawal,
        boolean overtaken) {

    public Publication {
        signatures = List.copyOf(signatures);
    }

    /** Somebody read it and agrees. */
    public record Signature(MemberId member, Role role, Instant at) {}

    /** Somebody took it back. */
    public record Withdrawal(MemberId member, Reason reason, LocalDate on) {}

    /** Why a publication is taken back. A closed list: no words that could name somebody. */
    public enum Reason {
        ERROR,
        SAFETY,
        SOURCE
    }

    /** How it stands. */
    public enum State {
        DRAFT,
        OVERTAKEN,
        RELEASED,
        WITHDRAWN
    }

    public State state() {
        if (withdrawal.isPresent()) {
            return State.WITHDRAWN;
        }
        if (releasedOn.isPresent()) {
            return State.RELEASED;
        }
        return overtaken ? State.OVERTAKEN : State.DRAFT;
    }

    public boolean isSignedBy(MemberId member) {
        return signatures.stream().anyMatch(signature -> signature.member().equals(member));
    }

    /** Whether this person in this role could sign: nobody signs twice, and each of the two places is filled once. */
    public boolean awaits(MemberId member, Role role) {
        return state() == State.DRAFT
                && !isSignedBy(member)
                && signatures.stream().noneMatch(signature -> isSupervisor(signature.role()) == isSupervisor(role));
    }

    private static boolean isSupervisor(Role role) {
        return role == Role.SUPERVISOR;
    }
}
