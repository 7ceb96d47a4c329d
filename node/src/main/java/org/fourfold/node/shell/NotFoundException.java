package org.fourfold.node.shell;

/**
 * There is no such thing, or it is not for this reader: the page does not tell which. Thrown by controllers for an
 * identifier that does not parse or that nothing answers to.
 */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("not here, or not for this reader");
    }
}
