package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.registry.Organisations;

/** Who asks, as the registry knows them: whoever is at the door need not leave the form to add them. */
final class Asking {

    private Asking() {}

    /** What was typed, with who asks added to the registry where they are not in it. */
    static Arrived read(Organisations organisations, Actor actor, DemandForm typed) {
        return typed.read(organisations.all(), (name, kind) -> {
            try {
                return organisations.add(actor, name, kind);
            } catch (ProblemException faults) {
                List<Problem> here = faults.problems().stream()
                        .map(fault -> Problem.inField(fault.code(), "other"))
                        .toList();
                throw new ProblemException(here);
            }
        });
    }
}
