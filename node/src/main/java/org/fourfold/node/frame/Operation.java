package org.fourfold.node.frame;

/** What somebody inside the organisation wants to do with a case file. What leaves it is a {@link Handover}. */
public enum Operation {
    /** Learn that the file exists, for instance as a row of a list. */
    SEE_EXISTS,
    /** Read field groups. */
    VIEW,
    /** Add to or change field groups. */
    WRITE,
    /** Ask whether a person may have a file. The answer is "possible match, ask its owner", never the file. */
    SEARCH,
    /** Close or reopen. */
    CLOSE,
    /** Destroy the key. */
    ERASE,
    /** See who has consulted the file. */
    SEE_READERS,
    /** Put field groups on paper. */
    PRINT
}
