package org.fourfold.node.ground;

/** How far what was deleted from a table is gone from PostgreSQL's own files. */
public enum Cleared {
    /** From the tables' files and from the write-ahead log. */
    WHOLLY,

    /**
     * From the tables' files; the write-ahead log, archives and replicas of the organisation's own server are its
     * administrator's.
     */
    BUT_LOG,

    /** Not yet: somebody still reads the tables as they were before, such as a backup. To be tried again. */
    NOT_YET
}
