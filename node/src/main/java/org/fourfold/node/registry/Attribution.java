package org.fourfold.node.registry;

/**
 * Whom a figure must name, and under which terms its source may be used.
 *
 * @param publisher the name that the terms ask for
 * @param terms the licence, by its own name
 * @param link where the source stands
 */
public record Attribution(String publisher, String terms, String link) {}
