package org.fourfold.node.protection;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who belongs to the person of a file.
 *
 * @param kin what they are to the person of this file
 * @param file theirs, where they have one that the reader may see
 * @param words who it is, for somebody without a file of their own; else empty
 */
public record Relative(UUID id, Kin kin, Optional<CaseFile> file, String words) {

    /** The longest text, in characters. */
    public static final int WORDS_MAX = 300;

    /** What somebody is to the person. The name is stored: never rename a constant. */
    public enum Kin {
        PARENT,
        CHILD,
        SIBLING,
        PARTNER,
        OTHER_FAMILY,
        /** No family, but they came together and want to stay so. */
        TOGETHER;

        /** The same seen from the other side. */
        public Kin inverse() {
            return switch (this) {
                case PARENT -> CHILD;
                case CHILD -> PARENT;
                case SIBLING -> SIBLING;
                case PARTNER -> PARTNER;
                case OTHER_FAMILY -> OTHER_FAMILY;
                case TOGETHER -> TOGETHER;
            };
        }
    }

    @Override
    public String toString() {
        return "relative " + id;
    }
}
