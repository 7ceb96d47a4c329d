package org.fourfold.node.prosecution.reading;

import java.util.Objects;

/**
 * One value that a source gives for a property of an entity.
 *
 * @param property by its name in the model, or whatever name the source uses
 * @param value as it is kept and exported
 * @param original the cell's text as it stood; empty when it equals the value
 * @param column by its heading; empty for JSON lines
 * @param row the file's own line or row number, first = 1
 * @param language as the source states it; empty if it does not
 */
public record ReadClaim(String property, String value, String original, String column, long row, String language) {

    public ReadClaim {
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(language, "language");
    }

    /** A value that stood in the source as it is kept. */
    public static ReadClaim of(String property, String value, String column, long row) {
        return new ReadClaim(property, value, "", column, row, "");
    }
}
