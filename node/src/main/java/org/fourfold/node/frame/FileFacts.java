package org.fourfold.node.frame;

import java.util.Set;

/**
 * What a decision must know about a case file, all of it in clear in the database.
 *
 * @param relations what ties the acting member to it
 */
public record FileFacts(boolean open, boolean sealed, Set<Relation> relations) {

    public FileFacts {
        relations = Set.copyOf(relations);
    }
}
