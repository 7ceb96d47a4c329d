package org.fourfold.node.prosecution.tables;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fourfold.node.prosecution.reading.CountryNames;

/** Countries by their two letters, their names in Spanish and English, and what people from the region are called. */
final class Countries {

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        CountryNames.english().forEach((name, code) -> names.put(Words.plain(name), code));
        for (String code : Locale.getISOCountries()) {
            String low = code.toLowerCase(Locale.ROOT);
            Locale country = Locale.of("", code);
            names.put(low, low);
            names.put(Words.plain(country.getISO3Country()), low);
            names.put(Words.plain(country.getDisplayCountry(Locale.of("es"))), low);
        }
        called(names, "mx", "mexicana mexicano mexican");
        called(names, "gt", "guatemalteca guatemalteco guatemalan");
        called(names, "hn", "hondurena hondureno honduran");
        called(names, "sv", "salvadorena salvadoreno salvadoran");
        called(names, "ni", "nicaraguense nicaraguan");
        called(names, "cr", "costarricense");
        called(names, "pa", "panamena panameno panamanian");
        called(names, "bz", "belicena beliceno belizean");
        called(names, "us", "estadounidense norteamericana norteamericano usa eeuu american");
        called(names, "co", "colombiana colombiano colombian");
        called(names, "ve", "venezolana venezolano venezuelan");
        called(names, "ec", "ecuatoriana ecuatoriano ecuadorian");
        called(names, "pe", "peruana peruano peruvian");
        called(names, "cu", "cubana cubano cuban");
        called(names, "ht", "haitiana haitiano haitian");
        called(names, "do", "dominicana dominicano dominican");
        names.put("estados unidos de america", "us");
        names.put("ee uu", "us");
        names.put("e u a", "us");
        return Map.copyOf(names);
    }

    private static void called(Map<String, String> names, String code, String words) {
        for (String word : words.split(" ", -1)) {
            names.put(word, code);
        }
    }

    static Found parse(String text) {
        String code = BY_NAME.get(Words.plain(text));
        return code == null ? Found.refused("prosecution.table.country-unknown") : Found.taken(code);
    }

    /** Whether this is a country's two letters. */
    static boolean isCode(String code) {
        return code.length() == 2 && code.equals(BY_NAME.get(code));
    }
}
