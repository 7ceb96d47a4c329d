package org.fourfold.linkage.records;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fourfold.linkage.normalise.Address;
import org.fourfold.linkage.normalise.Address.Kind;

/** What is compared of an address: all its words and parts in one, and by themselves the parts that tell one door from the next. */
final class AddressParts {

    private static final Set<Kind> QUARTERS = EnumSet.of(Kind.COLONIA, Kind.BARRIO, Kind.ALDEA);

    private AddressParts() {}

    /** By the part's name; empty for the whole. */
    static UnaryOperator<String> of(String part) {
        return switch (part) {
            case "" -> raw -> whole(Address.of(raw));
            case "street" -> raw -> street(Address.of(raw));
            case "door" -> raw -> door(Address.of(raw));
            case "words" -> raw -> words(Address.of(raw));
            case "zone" -> raw -> first(Address.of(raw), Kind.ZONA, Kind.SECTOR);
            default -> throw new IllegalArgumentException("no part of an address: " + part);
        };
    }

    private static String whole(Address address) {
        TreeSet<String> words = new TreeSet<>(address.words());
        address.parts().forEach(part -> words.add(part.kind() + ":" + part.value()));
        words.addAll(address.numbers());
        return String.join(" ", words);
    }

    /** Streets and avenues; where there are none the quarter. */
    private static String street(Address address) {
        String streets = joined(address, AddressParts::isStreet);
        return streets.isEmpty() ? joined(address, QUARTERS::contains) : streets;
    }

    private static boolean isStreet(Kind kind) {
        return switch (kind) {
            case AVENIDA, CALLE, CALLEJON, PASAJE, BULEVAR, CARRETERA -> true;
            default -> false;
        };
    }

    private static String joined(Address address, Predicate<Kind> wanted) {
        return address.parts().stream()
                .filter(part -> wanted.test(part.kind()))
                .map(part -> part.kind().name().charAt(0) + part.value())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The house and what is inside it: two flats of one house are two doors. */
    private static String door(Address address) {
        return (house(address) + " " + flat(address)).strip();
    }

    /** All of it where neither a street nor a house can be told: "frente a la iglesia". */
    private static String words(Address address) {
        return street(address).isEmpty() && house(address).isEmpty() ? whole(address) : "";
    }

    /** The number of the house, else its plot, else the mark on the road. */
    private static String house(Address address) {
        String plot = first(address, Kind.MANZANA);
        String lot = first(address, Kind.LOTE);
        String number = first(address, Kind.NUMERO);
        return !number.isEmpty()
                ? number
                : lot.isEmpty() ? first(address, Kind.CASA, Kind.KILOMETRO) : plot + " " + lot;
    }

    /** What is inside a house: a flat, a floor; a house among several behind one number. */
    private static String flat(Address address) {
        String inside = first(address, Kind.APARTAMENTO, Kind.NIVEL);
        String house = first(address, Kind.CASA);
        return inside.isEmpty() && !house(address).equals(house) ? house : inside;
    }

    /** The first of these kinds that the address has. */
    private static String first(Address address, Kind... kinds) {
        return List.of(kinds).stream()
                .flatMap(kind -> address.first(kind).stream())
                .findFirst()
                .orElse("");
    }
}
