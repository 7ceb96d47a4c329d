package org.fourfold.node.tables;

import java.util.Objects;

/** A sheet of a workbook; a file of text is one sheet without a name. */
public record Sheet(String name, Visibility visibility) {

    public Sheet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(visibility, "visibility");
    }

    /** Whether a person sees it who opens the workbook. */
    public enum Visibility {
        VISIBLE,
        HIDDEN,
        /** Hidden so that only a macro brings it back. */
        VERY_HIDDEN
    }

    public boolean isHidden() {
        return visibility != Visibility.VISIBLE;
    }
}
