package org.fourfold.node.frame;

/**
 * What a member may be. A role alone opens nothing: {@link Decisions} also asks for a purpose and a relation to the file.
 * Administrator, privacy officer and trustee see no content.
 */
public enum Role {
    CASEWORKER,
    NIGHT_STAFF,
    SUPERVISOR,
    LAWYER,
    INVESTIGATOR,
    PROSECUTOR,
    ANALYST,
    LIAISON,
    PRIVACY_OFFICER,
    TRUSTEE,
    ADMINISTRATOR;

    /** Whether granting this role opens guarded data, so that two persons must grant it. */
    public boolean opensGuardedData() {
        return switch (this) {
            case CASEWORKER, NIGHT_STAFF, SUPERVISOR, LAWYER, INVESTIGATOR, PROSECUTOR -> true;
            case ANALYST, LIAISON, PRIVACY_OFFICER, TRUSTEE, ADMINISTRATOR -> false;
        };
    }
}
