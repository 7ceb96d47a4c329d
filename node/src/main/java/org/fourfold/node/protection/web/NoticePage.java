package org.fourfold.node.protection.web;

import java.util.List;

/**
 * What is kept of people in care, for what, and who may see it: generated from the rules that are in force.
 *
 * @param organisation who answers for it
 * @param officers whom to ask; may be empty
 * @param trustees to whom complaints about the house go; may be empty
 * @param groups each kind of data, with the roles that see it in their work
 */
public record NoticePage(String organisation, String officers, String trustees, List<Group> groups) {

    public NoticePage {
        groups = List.copyOf(groups);
    }

    /** A kind of data and, in words, who sees and who changes it. */
    public record Group(String name, String seenBy, String changedBy) {}
}
