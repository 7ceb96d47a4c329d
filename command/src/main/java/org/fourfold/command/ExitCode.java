package org.fourfold.command;

/** What the process tells its caller when it ends. The numbers are part of the command line's promise. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** The input holds faults; they were told, each with its mend. */
    FAULTS(1),
    /** The command was not understood. */
    USAGE(2),
    /** The node cannot start: home in use, port taken, disk full, database not reachable. */
    CANNOT_START(3),
    /** The member may not do this, or is not known. */
    REFUSED(4),
    /** The node is locked, and this needs its keys. */
    LOCKED(5),
    /** A check found something that a person must mend ({@code doctor}). */
    ATTENTION(6),
    /** The node lost its database while it ran. */
    DATABASE_LOST(7),
    /** An error of the program; the log says where. */
    BROKEN(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
