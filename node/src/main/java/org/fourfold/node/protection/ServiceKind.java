package org.fourfold.node.protection;

/**
 * What a service is, for counting. The families are those of the U.S. Victims of Crime Act as state guides give them; whoever
 * reports elsewhere counts the kinds. There is no kind of its own for help with papers of migration: that is legal advice, for
 * migration status stands in the lawyer's group alone. The name is stored: never rename a constant.
 */
public enum ServiceKind {
    RIGHTS_TOLD(Family.INFORMATION),
    REFERRAL(Family.INFORMATION),
    HEALTH(Family.ADVOCACY),
    ACCOMPANIMENT(Family.ADVOCACY),
    INTERPRETING(Family.ADVOCACY),
    CHILD_CARE(Family.ADVOCACY),
    SCHOOLING(Family.ADVOCACY),
    WORK(Family.ADVOCACY),
    TRANSPORT(Family.ADVOCACY),
    MONEY(Family.ADVOCACY),
    /** Handed out from the store: counted from there. */
    GOODS(Family.ADVOCACY),
    CRISIS(Family.EMOTIONAL),
    COUNSELLING(Family.EMOTIONAL),
    GROUP(Family.EMOTIONAL),
    SAFETY_PLANNING(Family.EMOTIONAL),
    /** Nights in the house: counted from the beds. */
    NIGHTS(Family.SHELTER),
    HOUSING(Family.SHELTER),
    LEGAL_ADVICE(Family.JUSTICE),
    COURT(Family.JUSTICE),
    COMPENSATION(Family.JUSTICE),
    OTHER(Family.OTHER);

    /** The families that a funder asks for. */
    public enum Family {
        INFORMATION,
        ADVOCACY,
        EMOTIONAL,
        SHELTER,
        JUSTICE,
        OTHER
    }

    private final Family family;

    ServiceKind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    /** Whether it is written down by hand; the others are counted from where they are written down already. */
    public boolean isWritten() {
        return this != GOODS && this != NIGHTS;
    }
}
