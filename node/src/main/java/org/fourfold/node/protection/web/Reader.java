package org.fourfold.node.protection.web;

import java.time.Instant;

/** Who consulted the file: when, who, what. */
public record Reader(Instant at, String who, String what) {}
