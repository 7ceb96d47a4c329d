package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;

/** Who asks or receives, as the registry knows them: nobody in a hurry has to leave the form to add them. */
final class Asking {

    private Asking() {}

    /** What was typed, with who asks added to the registry where they are not in it. */
    static Arrived read(Organisations organisations, Actor actor, DemandForm typed) {
        return typed.read(organisations.all(), (name, kind) -> add(organisations, actor, name, kind));
    }

    /** Adds one under the name typed in the field {@code other}. */
    static Organisation add(Organisations organisations, Actor actor, String name, RecipientKind kind) {
        try {
            return organisations.add(actor, name, kind);
        } catch (ProblemException faults) {
            throw new ProblemException(faults.problems().stream()
                    .map(fault -> Problem.inField(fault.code(), "other"))
                    .toList());
        }
    }

    /** The one chosen, or one of the name that was typed. */
    static Optional<Organisation> listed(List<Organisation> known, String chosen, String other) {
        return ConsentWords.organisation(known, chosen)
                .or(() -> known.stream()
                        .filter(one -> one.name().equalsIgnoreCase(other.strip()))
                        .findFirst());
    }
}
