package org.fourfold.node.prevention.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** The measures of one file, numbered as they come. */
final class Measures {

    /** A series counts kinds of things; a file with more of them is no series of counts. */
    private static final int MEASURES_MAX = 50_000;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String measure) {
        Integer known = numbers.get(measure);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= MEASURES_MAX) {
            throw new ProblemException(
                    Problem.of("prevention.too-many-measures").with("max", Integer.toString(MEASURES_MAX)));
        }
        numbers.put(measure, numbers.size());
        return numbers.size() - 1;
    }

    Map<String, Integer> all() {
        return numbers;
    }
}
