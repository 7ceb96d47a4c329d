package org.fourfold.node.frame;

import java.util.List;
import java.util.stream.Collectors;

/** Carries faults out of a façade. Its message holds codes only, so that a log never holds what somebody typed. */
public sealed class ProblemException extends RuntimeException permits NoRoomException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::code).distinct().collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
