package org.fourfold.node.protection;

/**
 * The short sheet that a person may take along.
 *
 * @param forbidden the person said: nothing on paper
 */
public record OwnSheet(CaseFile file, boolean forbidden) {}
