package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.Optional;

/** A note being written; {@code keptAt} when the text is a draft; {@code why} as it was sent for striking it. */
public record NotePage(
        String action,
        String back,
        String formKey,
        int base,
        String told,
        String text,
        Optional<Instant> keptAt,
        String strikeKey,
        String why) {}
