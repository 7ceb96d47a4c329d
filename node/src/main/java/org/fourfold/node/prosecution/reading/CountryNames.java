package org.fourfold.node.prosecution.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Country names as English lists write them, to the two-letter codes of ISO 3166 in lower case. */
public final class CountryNames {

    /** What the lists call otherwise than the JDK does. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("burma", "mm"),
            Map.entry("korea, north", "kp"),
            Map.entry("korea, south", "kr"),
            Map.entry("congo, democratic republic of the", "cd"),
            Map.entry("congo, republic of the", "cg"),
            Map.entry("cote d ivoire", "ci"),
            Map.entry("turkey", "tr"),
            Map.entry("czech republic", "cz"),
            Map.entry("the gambia", "gm"),
            Map.entry("gambia, the", "gm"),
            Map.entry("bahamas, the", "bs"),
            Map.entry("the bahamas", "bs"),
            Map.entry("hong kong", "hk"),
            Map.entry("macau", "mo"),
            Map.entry("region: gaza", "ps"),
            Map.entry("palestinian", "ps"),
            Map.entry("west bank", "ps"),
            Map.entry("bosnia and herzegovina", "ba"),
            Map.entry("trinidad and tobago", "tt"),
            Map.entry("saint kitts and nevis", "kn"),
            Map.entry("st. kitts and nevis", "kn"),
            Map.entry("antigua and barbuda", "ag"),
            Map.entry("saint vincent and the grenadines", "vc"),
            Map.entry("macedonia, the former yugoslav republic of", "mk"),
            Map.entry("north macedonia, the republic of", "mk"),
            Map.entry("swaziland", "sz"),
            Map.entry("virgin islands, british", "vg"));

    private final Map<String, String> codes;

    CountryNames() {
        this.codes = english();
    }

    /** Codes by name, in lower case: as the JDK has them, and as lists write them otherwise. */
    public static Map<String, String> english() {
        Map<String, String> codes = new HashMap<>(ALSO);
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(
                    country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT));
        }
        return codes;
    }

    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
