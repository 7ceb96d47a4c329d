package org.fourfold.node.access;

import java.util.Optional;
import org.fourfold.node.frame.OrganisationId;

/** The organisation whose node this is; empty before the first visit set it up. Made where the application is wired. */
@FunctionalInterface
public interface OrganisationOfNode {

    Optional<OrganisationId> id();
}
