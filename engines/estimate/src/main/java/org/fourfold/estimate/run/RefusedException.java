package org.fourfold.estimate.run;

import java.util.List;
import java.util.stream.Collectors;

/** No answer may be given; why, in full. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final List<Problem> problems;

    public RefusedException(List<Problem> problems) {
        super(problems.stream()
                .map(p -> p.fault().code() + " " + p.place() + " " + p.details())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
