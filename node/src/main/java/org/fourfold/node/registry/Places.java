package org.fourfold.node.registry;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All places of one edition, in memory (about 4 MB), immutable: to be found by code, by name or by a point of the globe. */
public final class Places {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_THAN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<PlaceCode, Place> byCode;
    private final Map<String, Set<PlaceCode>> byName;

    public Places(Collection<Place> places) {
        Map<PlaceCode, Place> codes = new LinkedHashMap<>();
        Map<String, Set<PlaceCode>> names = new HashMap<>();
        places.stream().sorted(Comparator.comparing(Place::code)).forEach(place -> {
            codes.put(place.code(), place);
            place.otherNames().forEach(name -> addName(names, name, place.code()));
            addName(names, place.nameEs(), place.code());
            addName(names, place.nameEn(), place.code());
        });
        this.byCode = java.util.Collections.unmodifiableMap(codes);
        this.byName = names;
    }

    private static void addName(Map<String, Set<PlaceCode>> names, String name, PlaceCode code) {
        names.computeIfAbsent(plain(name), key -> new TreeSet<>()).add(code);
    }

    public Optional<Place> find(PlaceCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All, in the order of their codes. */
    public Collection<Place> all() {
        return byCode.values();
    }

    public List<Place> countries() {
        return byCode.values().stream()
                .filter(place -> !place.code().isRegion())
                .toList();
    }

    /** The first-level regions of a country; empty when this edition holds none. */
    public List<Place> regionsOf(PlaceCode country) {
        return byCode.values().stream()
                .filter(place -> place.parent().equals(Optional.of(country)))
                .toList();
    }

    /** The one country of that name, in Spanish, English or as public series write it, with or without accents. */
    public Optional<Place> countryNamed(String name) {
        return one(name, code -> !code.isRegion());
    }

    /** The one region of that country and name. */
    public Optional<Place> regionNamed(PlaceCode country, String name) {
        return one(name, code -> code.isRegion() && code.country().equals(country));
    }

    private Optional<Place> one(String name, java.util.function.Predicate<PlaceCode> fits) {
        List<PlaceCode> fitting =
                byName.getOrDefault(plain(name), Set.of()).stream().filter(fits).toList();
        return fitting.size() == 1 ? find(fitting.getFirst()) : Optional.empty();
    }

    /**
     * The narrowest place the point lies in: a region where the edition has regions, else a country, else none (the sea).
     * Takes the globe's coordinates in degrees; outside of it nothing is found.
     */
    public Optional<Place> at(double latitude, double longitude) {
        Optional<Place> region = first(latitude, longitude, true);
        return region.isPresent() ? region : first(latitude, longitude, false);
    }

    private Optional<Place> first(double latitude, double longitude, boolean regions) {
        return byCode.values().stream()
                .filter(place -> place.code().isRegion() == regions)
                .filter(place -> place.outline().contains(latitude, longitude))
                .findFirst();
    }

    /** A name without accents, case and punctuation. */
    static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return OTHER_THAN_WORDS
                .matcher(bare.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
