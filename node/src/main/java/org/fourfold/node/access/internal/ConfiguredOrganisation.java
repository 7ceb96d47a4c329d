package org.fourfold.node.access.internal;

import java.util.Optional;
import org.fourfold.node.access.OrganisationOfNode;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.jspecify.annotations.Nullable;

/** Reads the organisation from the home until the first visit has set it; then remembers it, for it never changes. */
final class ConfiguredOrganisation implements OrganisationOfNode {

    private final @Nullable Home home;
    private volatile @Nullable OrganisationId known;

    ConfiguredOrganisation(@Nullable NodeConfiguration configuration, @Nullable Home home) {
        this.home = home;
        this.known = configuration == null ? null : configuration.organisation();
    }

    @Override
    public Optional<OrganisationId> id() {
        if (known == null && home != null) {
            known = NodeConfiguration.read(home)
                    .map(NodeConfiguration::organisation)
                    .orElse(null);
        }
        return Optional.ofNullable(known);
    }
}
