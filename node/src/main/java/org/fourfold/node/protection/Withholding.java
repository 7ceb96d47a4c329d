package org.fourfold.node.protection;

import java.time.Instant;
import java.util.UUID;
import org.fourfold.node.frame.OrganisationId;

/** The person said: nothing to them, whatever else was agreed. */
public record Withholding(UUID id, OrganisationId from, Instant said) {}
