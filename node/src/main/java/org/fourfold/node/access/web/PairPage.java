package org.fourfold.node.access.web;

/** The page that a device sees while its pairing is open. */
public record PairPage(String code) {}
