package org.fourfold.node.frame;

/** The part of {@link Decisions} that speaks of overrides: two persons, one recipient, the groups asked for, one day. */
final class OverrideRules {

    private OverrideRules() {}

    /** For somebody who may hand over nothing but what they asked for under this override. */
    static Decision alone(Handover handover) {
        return switch (handover.kind()) {
            case SERVICE, PROSECUTION, COURT ->
                handover.withheldFrom().contains(handover.recipient())
                        ? Decision.refused("withheld")
                        : decide(handover, handover.override().orElseThrow());
            case IMMIGRATION_AUTHORITY -> Decision.refused("immigration-authority");
            case FUNDER -> Decision.refused("funder");
            case SHARED_STORE -> Decision.refused("shared-store");
            case THE_PERSON -> Decision.refused("relation");
        };
    }

    static Decision decide(Handover handover, OverrideFact override) {
        if (!override.recipient().equals(handover.recipient()) || override.purpose() != handover.purpose()) {
            return Decision.refused("override-other");
        }
        if (!override.bySecondPerson()) {
            return Decision.refused("override-not-approved");
        }
        return override.holds(handover.at())
                ? Decisions.only(handover.groups(), override.groups(), "override", "beyond-scope")
                : Decision.refused("override-ended");
    }
}
