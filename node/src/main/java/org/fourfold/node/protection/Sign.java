package org.fourfold.node.protection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;

/**
 * Something that bears on elements and stands in no answer: a document, the person's own words, an observation.
 *
 * @param setAside why it no longer counts; what was written stays
 */
public record Sign(UUID id, Revision revision, Terms terms, MemberId by, Instant at, Optional<String> setAside) {

    /** Where it comes from. */
    public enum From {
        OWN_WORDS,
        DOCUMENT,
        OBSERVATION
    }

    /**
     * What it is.
     *
     * @param finding whether it is a sign, or was looked for and not found so far
     * @param words what stands there, what was said, what was seen
     * @param on when it was said, written or seen
     */
    public record Terms(
            Set<TraffickingElement> elements, ElementFinding.State finding, From from, String words, Dated on) {

        public Terms {
            elements = elements.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(elements));
        }
    }
}
