package org.fourfold.node.registry;

import org.fourfold.node.frame.Handover;
import org.fourfold.node.frame.OrganisationId;

/** A body that the house works with. Its name is nobody's data. */
public record Organisation(OrganisationId id, String name, Handover.RecipientKind kind) {}
