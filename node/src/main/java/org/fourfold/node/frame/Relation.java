package org.fourfold.node.frame;

/** What ties a member to a case file. Without one of these a role opens nothing. */
public enum Relation {
    OWNER,
    TEAM,
    SUPERVISOR_OF_TEAM,
    LAWYER_OF_FILE,
    NIGHT_COVER,
    /** A written reason, three hours, the owner told at once. Never for sealed files. */
    BREAK_GLASS
}
