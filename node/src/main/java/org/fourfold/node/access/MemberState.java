package org.fourfold.node.access;

/** Where a member stands. Nobody is ever deleted: the record names them. */
public enum MemberState {
    /** Has a one-time code and has not used it. */
    INVITED,
    /** May sign in. */
    ACTIVE,
    /** May not; every session ended at that moment. */
    DISABLED
}
