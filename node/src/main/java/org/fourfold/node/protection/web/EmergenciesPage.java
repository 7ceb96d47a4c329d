package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.List;

/** Emergency openings to know of or to review. */
public record EmergenciesPage(List<Emergency> emergencies) {

    /** One of them; {@code review} is where it is reviewed, empty for who may not. */
    public record Emergency(String path, String who, Instant at, String reason, String review) {}
}
