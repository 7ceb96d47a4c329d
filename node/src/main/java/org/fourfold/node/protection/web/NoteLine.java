package org.fourfold.node.protection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One note on the case page; {@code struck} is why, and the text is empty where a struck one may not be read. */
public record NoteLine(
        String text,
        String author,
        Instant at,
        Optional<LocalDate> told,
        int revision,
        Optional<String> struck,
        String path) {}
