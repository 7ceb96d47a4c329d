package org.fourfold.node.prosecution.web;

import java.util.List;

/**
 * What an entity's page shows.
 *
 * @param kind in words
 * @param externalId the source's own id
 * @param groups its claims by property
 * @param hidden claims that are not shown
 * @param shared its identifiers that another source has too
 * @param near the page of its neighbours
 */
public record EntityPage(
        String kind,
        String externalId,
        String source,
        String sourceHref,
        List<Group> groups,
        long hidden,
        List<OverlapsPage.Row> shared,
        String near) {

    /** The claims of one property. */
    public record Group(String property, List<Said> said) {}

    /**
     * A claim.
     *
     * @param href of the entity that the value names; else empty
     * @param language a language's tag; empty where the source names none
     * @param original as it stood in the source; empty where that is the value
     * @param column its heading in a table; else empty
     * @param place where it stands, in words
     */
    public record Said(
            String value,
            String href,
            String language,
            String original,
            String column,
            String place,
            String placeHref) {}

    /** What one row of a source says. */
    public record Row(String source, String sourceHref, List<Of> said, long hidden) {}

    /** What a row says of one entity. */
    public record Of(String caption, String kind, String href, List<Group> groups) {}
}
