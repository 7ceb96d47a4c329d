package org.fourfold.node.prevention.reading;

import java.util.List;

/**
 * The headings of one edition of IOM's Missing Migrants series. A heading that an edition lacks is an empty text.
 *
 * @param coordinates one column {@code latitude, longitude}; else two columns, latitude and longitude
 */
record IomColumns(
        String code,
        String id,
        String date,
        String dead,
        String missing,
        String survivors,
        String women,
        String men,
        String minors,
        String cause,
        String country,
        String place,
        String route,
        String origin,
        String source,
        String link,
        String quality,
        String coordinates,
        String latitude,
        String longitude) {

    /** With clean dates and two columns of coordinates. */
    static final IomColumns EUROPE = new IomColumns(
            "iom-missing-migrants",
            "Incident ID",
            "Incident date",
            "No. dead",
            "No. missing",
            "No. survivors",
            "No. Female",
            "No. Male",
            "No. minors",
            "Cause of death (category)",
            "Country of Incident",
            "Location of death",
            "Route",
            "Country of Origin",
            "Source",
            "Link",
            "Source Quality",
            "",
            "Latitude",
            "Longitude");

    /** As IOM's own page gives it, with dates such as {@code Fri, 01/02/2026 - 12:00}. */
    static final IomColumns GLOBAL = new IomColumns(
            "iom-missing-migrants-page",
            "Incident ID",
            "Incident Date",
            "Number Dead",
            "Minimum Estimated Number of Missing",
            "Number of Survivors",
            "Number of Females",
            "Number of Males",
            "Number of Children",
            "Cause of Death",
            "",
            "Location of death",
            "Migration route",
            "Country of Origin",
            "Information Source",
            "URL",
            "Source Quality",
            "Coordinates",
            "",
            "");

    /** The columns without which a table is not of this edition. */
    List<String> needed() {
        return coordinates.isEmpty()
                ? List.of(id, date, dead, missing, cause, place, latitude, longitude)
                : List.of(id, date, dead, missing, cause, place, coordinates);
    }
}
