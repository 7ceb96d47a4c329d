package org.fourfold.linkage.explain;

import java.util.List;
import org.fourfold.linkage.model.Rule;

/** Which rules of the model brought two records together: {@code blocking::rulesOf} after the pairs were walked. */
@FunctionalInterface
public interface Meetings {

    /** In the model's order; empty if none did. */
    List<Rule> rulesOf(int a, int b);
}
