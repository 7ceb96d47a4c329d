package org.fourfold.node.frame;

/** The disk takes nothing more: what would write is refused, and with it every read that must be recorded. */
public final class NoRoomException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public NoRoomException() {
        super(Problem.of("frame.disk-full"));
    }
}
