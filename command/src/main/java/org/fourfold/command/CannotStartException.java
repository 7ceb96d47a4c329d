package org.fourfold.command;

import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** The node cannot start; the faults say why and what to do. */
final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CannotStartException(ProblemException cause) {
        super(cause.getMessage(), cause);
        this.problems = cause.problems();
    }

    List<Problem> problems() {
        return problems;
    }
}
