package org.fourfold.node.protection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One note on the case page. */
public record NoteLine(String text, String author, Instant at, Optional<LocalDate> told, int revision, String path) {}
