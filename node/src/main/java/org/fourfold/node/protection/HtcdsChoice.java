package org.fourfold.node.protection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.htcds.Homes;
import org.fourfold.node.registry.Organisation;

/**
 * What an export is to hold. Nothing is chosen beforehand: whoever exports says which groups, and that it stays in the
 * house or to whom it goes.
 *
 * @param groups what goes out, where the actor may print it
 * @param staysHere the actor's word that the table does not leave the organisation
 * @param going to whom it goes and for what: then of each file only what the person agreed to is in it
 * @param duressWeighed the actor's word that what was done under duress was weighed first; needed with that group
 * @param ownColumns whether columns of Fourfold's own follow, so that another Fourfold reads back every answer
 */
public record HtcdsChoice(
        Set<FieldGroup> groups, boolean staysHere, Optional<Going> going, boolean duressWeighed, boolean ownColumns) {

    /** Out of the house. */
    public record Going(Organisation recipient, Purpose purpose) {}

    public HtcdsChoice {
        groups = groups.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(groups));
    }

    /** The groups that may be chosen, in their order: all that the standard has fields for, so not the lawyer's own. */
    public static List<FieldGroup> offered() {
        return Arrays.stream(FieldGroup.values())
                .filter(Homes.groups()::contains)
                .toList();
    }

    /** Throws what is missing, all at once. */
    public void requireWhole() {
        Problems problems = new Problems();
        if (groups.isEmpty() || !offered().containsAll(groups)) {
            problems.add(Problem.inField("protection.htcds-no-group", "groups"));
        }
        if (staysHere == going.isPresent()) {
            problems.add(Problem.inField("protection.htcds-stays", "stays"));
        }
        if (groups.contains(FieldGroup.DURESS) && !duressWeighed) {
            problems.add(Problem.inField("protection.htcds-duress", "duress"));
        }
        problems.throwIfAny();
    }
}
