package org.fourfold.node.protection;

import java.util.Set;
import org.fourfold.node.frame.FieldGroup;

/** What a file's lawyer says of a demand, with the reasons. */
public sealed interface LawyersAnswer {

    String reasons();

    /**
     * It binds, for these groups: all that it asks, or fewer.
     *
     * @param article by which law, as the lawyer found it
     */
    record Binds(Set<FieldGroup> scope, String article, String reasons) implements LawyersAnswer {

        public Binds {
            scope = Set.copyOf(scope);
        }
    }

    /** It is challenged where that is done; until it is decided, nothing goes out. */
    record Challenges(String reasons) implements LawyersAnswer {}

    /** It does not bind: nothing goes out. */
    record Refuses(String reasons) implements LawyersAnswer {}
}
