package org.fourfold.node.prevention;

import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.registry.PlaceCode;

/**
 * Something that happened to people on the move, as one source tells it. Texts are the source's own words, empty where it
 * says nothing; people are counted, never named.
 *
 * @param source who publishes the series
 * @param externalId the source's own number, unique within the source
 * @param kind what happened, in the source's category
 * @param alleged by whom, as alleged
 * @param circumstances what else is said about how it came about
 * @param quality how well the source itself rates what it says
 */
public record Incident(
        String source,
        String externalId,
        String kind,
        Dated happened,
        Where where,
        String route,
        String origin,
        Map<Group, Tally> people,
        String alleged,
        String circumstances,
        Said reported,
        Said pursued,
        String sourceDetail,
        String sourceLink,
        String quality) {

    public Incident {
        people = Map.copyOf(people);
    }

    /** Whom is counted. */
    public enum Group {
        DEAD,
        MISSING,
        SURVIVORS,
        WOMEN,
        MEN,
        MINORS
    }

    /** What a source says about whether something was done. */
    public enum Said {
        YES,
        NO,
        NOT_STATED
    }

    /** How the place of the registry was found. */
    public enum PlacedBy {
        STATED,
        COORDINATES,
        NONE
    }

    /** A point of the globe, in degrees. */
    public record Point(double latitude, double longitude) {
        public Point {
            if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
                throw new IllegalArgumentException("a point lies on the globe");
            }
        }
    }

    /**
     * Where.
     *
     * @param stated the place in the source's words
     * @param countryStated the country in the source's words
     * @param place the narrowest place of the registry; empty at sea
     */
    public record Where(
            Optional<Point> point, String stated, String countryStated, Optional<PlaceCode> place, PlacedBy placedBy) {}

    /** How many of a group, as the source says it. */
    public Tally count(Group group) {
        return people.getOrDefault(group, Tally.empty());
    }
}
