package org.fourfold.node.protection.web;

import java.time.Instant;

/** One file of a list. */
public record Line(
        String number, String name, String path, String owner, boolean mine, boolean sealed, Instant openedAt) {}
