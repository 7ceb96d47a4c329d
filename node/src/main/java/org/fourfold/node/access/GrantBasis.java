package org.fourfold.node.access;

/** What makes a confirmed role stand. */
public enum GrantBasis {
    /** One administrator or supervisor: only for roles that open nothing guarded and can confirm nothing. */
    ONE_PERSON,
    /** Proposed by one, confirmed by another, neither of them the member. */
    TWO_PERSONS,
    /** Confirmed with the recovery sheet, because nobody else was there to confirm. */
    RECOVERY_SHEET,
    /** The first administrator. */
    SET_UP,
    /** An invented member of a demonstration home. */
    DEMONSTRATION
}
