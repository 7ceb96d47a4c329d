package org.fourfold.linkage.normalise;

import java.util.List;
import java.util.Optional;

/**
 * An address in its parts: zone, street, house, quarter, kilometre.
 *
 * @param raw what was written
 * @param parts the parts that could be told, in their order, at most {@link #PARTS_MAX}
 * @param words all folded words in their order, abbreviations written out ("av." as avenida), joining words left out
 * @param numbers all numbers in their order, ordinals as plain numbers ("5ª" as 5), house numbers whole ({@code 3-45})
 */
public record Address(String raw, List<Part> parts, List<String> words, List<String> numbers) {

    /** Parts, words and numbers of one address that are kept, each. */
    public static final int PARTS_MAX = 24;

    /**
     * One part: its kind and what it is called.
     *
     * @param value number or words: {@code 5}, {@code 3-45}, {@code san jose}
     */
    public record Part(Kind kind, String value) {}

    /** Kinds of parts. */
    public enum Kind {
        ZONA,
        AVENIDA,
        CALLE,
        CALLEJON,
        PASAJE,
        BULEVAR,
        CARRETERA,
        KILOMETRO,
        COLONIA,
        BARRIO,
        ALDEA,
        SECTOR,
        EDIFICIO,
        NIVEL,
        APARTAMENTO,
        CASA,
        LOTE,
        MANZANA,
        NUMERO;

        /** Whether it is called by a number, written before or behind it, or by words. */
        boolean isStreet() {
            return switch (this) {
                case AVENIDA, CALLE, CALLEJON, PASAJE, BULEVAR, CARRETERA -> true;
                case ZONA,
                        KILOMETRO,
                        COLONIA,
                        BARRIO,
                        ALDEA,
                        SECTOR,
                        EDIFICIO,
                        NIVEL,
                        APARTAMENTO,
                        CASA,
                        LOTE,
                        MANZANA,
                        NUMERO -> false;
            };
        }

        /** Whether it is called by words. */
        boolean isNamed() {
            return switch (this) {
                case COLONIA, BARRIO, ALDEA, EDIFICIO -> true;
                case ZONA,
                        AVENIDA,
                        CALLE,
                        CALLEJON,
                        PASAJE,
                        BULEVAR,
                        CARRETERA,
                        KILOMETRO,
                        SECTOR,
                        NIVEL,
                        APARTAMENTO,
                        CASA,
                        LOTE,
                        MANZANA,
                        NUMERO -> false;
            };
        }
    }

    public Address {
        parts = List.copyOf(parts);
        words = List.copyOf(words);
        numbers = List.copyOf(numbers);
    }

    /** Reads an address. Never fails; what is no part of a known kind is in the words and numbers. */
    public static Address of(String raw) {
        return AddressReader.read(raw);
    }

    /** The first part of a kind. */
    public Optional<String> first(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Part::value)
                .findFirst();
    }
}
