package org.fourfold.ledger.bag;

/**
 * The first thing that does not hold.
 *
 * @param code as docs/formats/bag.md names it
 * @param place where, as {@link Octets#place} writes it
 */
public record Fault(String code, String place) {

    /** The place of what has none. */
    public static final String NOWHERE = "-";
}
