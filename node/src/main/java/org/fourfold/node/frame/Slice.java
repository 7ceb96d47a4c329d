package org.fourfold.node.frame;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, by keyset: {@code next} is the opaque key to ask for the rows after these.
 *
 * @param rows at most {@link #ROWS_MAX}
 */
public record Slice<T>(List<T> rows, Optional<String> next) {

    public static final int ROWS_MAX = 50;

    public Slice {
        rows = List.copyOf(rows);
    }

    /** From a query that asked for one row more than {@code limit}: the extra row tells that there is a next page. */
    public static <T> Slice<T> of(List<T> oneMore, int limit, java.util.function.Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Slice<>(oneMore, Optional.empty());
        }
        List<T> rows = oneMore.subList(0, limit);
        return new Slice<>(rows, Optional.of(key.apply(rows.getLast())));
    }
}
