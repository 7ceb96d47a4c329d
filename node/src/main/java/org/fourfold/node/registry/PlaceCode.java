package org.fourfold.node.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/** An ISO 3166 code: {@code MX} for a country, {@code MX-TAM} for a first-level region of it. */
public record PlaceCode(String text) implements Comparable<PlaceCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final int COUNTRY_LENGTH = 2;

    public PlaceCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a place's code looks like MX or MX-TAM");
        }
    }

    /** The code in a text that came from outside, if it is one. */
    public static Optional<PlaceCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PlaceCode(text)) : Optional.empty();
    }

    public boolean isRegion() {
        return text.length() > COUNTRY_LENGTH;
    }

    /** The country it is or lies in. */
    public PlaceCode country() {
        return isRegion() ? new PlaceCode(text.substring(0, COUNTRY_LENGTH)) : this;
    }

    @Override
    public int compareTo(PlaceCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
