package org.fourfold.linkage.normalise;

import java.util.Optional;

/** A list of places that the caller supplies. */
@FunctionalInterface
public interface Gazetteer {

    /** A gazetteer without places. */
    Gazetteer NONE = key -> Optional.empty();

    /**
     * The code of a place.
     *
     * @param key a {@link PlaceName#key}: {@code santa cruz quiche}
     */
    Optional<String> codeOf(String key);
}
