package org.fourfold.node.protection.web;

import java.time.Instant;

/** One note on the case page. */
public record NoteLine(String text, String author, Instant at, int revision, String path) {}
