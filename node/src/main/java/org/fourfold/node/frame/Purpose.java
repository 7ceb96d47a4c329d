package org.fourfold.node.frame;

/**
 * Why somebody acts (finalidad). It is part of the path or the form of each request, never of the session, and stands in
 * every event.
 */
public enum Purpose {
    /** Helping the person the file is about. */
    PROTECTION,
    /** Investigating and prosecuting an offence. */
    INVESTIGATION,
    /** Counting incidents and learning from them, without anybody's identity. */
    PREVENTION,
    /** Working with another organisation under an agreement. */
    PARTNERSHIP,
    /** Checking who did what: supervision, privacy, audit. */
    OVERSIGHT,
    /** Running the node: members, backups, settings. */
    ADMINISTRATION
}
