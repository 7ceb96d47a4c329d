package org.fourfold.node.registry;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Language;

/**
 * A country or a first-level region.
 *
 * @param isoNumber ISO 3166-1 numeric for countries, empty for regions
 * @param otherNames names that public series use for it
 * @param outline where it lies, simplified for maps of a screen's size
 */
public record Place(
        PlaceCode code, String nameEs, String nameEn, String isoNumber, List<String> otherNames, Outline outline) {

    public Place {
        otherNames = List.copyOf(otherNames);
    }

    /** The country a region lies in; empty for a country. */
    public Optional<PlaceCode> parent() {
        return code.isRegion() ? Optional.of(code.country()) : Optional.empty();
    }

    public String name(Language language) {
        return switch (language) {
            case ES -> nameEs;
            case EN -> nameEn;
        };
    }
}
