package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The random id of one investigation. */
public record InvestigationId(UUID value) {

    public static Optional<InvestigationId> parse(String text) {
        try {
            return Optional.of(new InvestigationId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
