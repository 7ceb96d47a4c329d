package org.fourfold.node.protection;

import java.util.List;

/**
 * What a search found.
 *
 * @param readable files the searcher may open, the best answer first
 * @param askOwners whose files may be about the same person: a possible match, ask its owner
 */
public record Found(List<FileLine> readable, List<AskOwner> askOwners) {

    public Found {
        readable = List.copyOf(readable);
        askOwners = List.copyOf(askOwners);
    }

    public boolean isEmpty() {
        return readable.isEmpty() && askOwners.isEmpty();
    }
}
