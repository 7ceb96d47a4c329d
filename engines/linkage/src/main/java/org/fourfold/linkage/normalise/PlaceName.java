package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The name of a place as keys to look up, and the codes a gazetteer has for them.
 *
 * @param raw what was written
 * @param keys the whole first, then its parts in their order: "Mixco, Guatemala" gives {@code mixco guatemala, mixco,
 *     guatemala}; one key when it has no parts, none when it says nothing
 * @param codes the codes found, of the narrowest place first; empty when the gazetteer knows none
 */
public record PlaceName(String raw, List<String> keys, List<String> codes) {

    /** Parts of one name that are looked up. */
    public static final int PARTS_MAX = 5;

    private static final Set<String> JOINING = Set.of("de", "del", "la", "las", "los", "el", "y");
    /** Kinds of places before a name that are no part of it. */
    private static final Set<String> KINDS = Set.of(
            "municipio", "mun", "mpio", "departamento", "depto", "dpto", "dep", "estado", "edo", "provincia", "prov");

    /** No part of the name only when "de" follows: Ciudad de Guatemala, but Ciudad Vieja, Villa Nueva. */
    private static final Set<String> KINDS_WITH_DE = Set.of("ciudad", "cd", "aldea", "villa", "pueblo");

    private static final Map<String, String> SHORT = Map.of(
            "sta", "santa", "sto", "santo", "sn", "san", "gral", "general", "pto", "puerto", "st", "san", "ntra",
            "nuestra");

    public PlaceName {
        keys = List.copyOf(keys);
        codes = List.copyOf(codes);
    }

    /** Reads a name and looks it up. Never fails. */
    public static PlaceName of(String raw, Gazetteer gazetteer) {
        String line = Fold.line(raw);
        if (Blank.isLine(line)) {
            return new PlaceName(raw, List.of(), List.of());
        }
        List<String> keys = keys(line);
        List<String> codes = new ArrayList<>(1);
        for (String key : keys) {
            gazetteer.codeOf(key).filter(code -> !codes.contains(code)).ifPresent(codes::add);
        }
        return new PlaceName(raw, keys, codes);
    }

    /**
     * The key of one place's name: folded, "municipio de" and the like taken off, short spellings written out, articles
     * and "de" left out. A gazetteer builds its own keys with it.
     */
    public static String key(String name) {
        return keyOfLine(Fold.line(name));
    }

    private static String keyOfLine(String line) {
        List<String> words = Fold.tokensOf(line);
        int first = beginsWithKind(words) ? 1 : 0;
        StringBuilder key = new StringBuilder();
        for (String word : words.subList(first, words.size())) {
            if (!JOINING.contains(word)) {
                key.append(key.isEmpty() ? "" : " ").append(SHORT.getOrDefault(word, word));
            }
        }
        return key.isEmpty() ? String.join(" ", words) : key.toString();
    }

    private static boolean beginsWithKind(List<String> words) {
        if (words.size() < 2) {
            return false;
        }
        boolean joined = words.get(1).equals("de") || words.get(1).equals("del");
        return KINDS.contains(words.getFirst()) || (joined && KINDS_WITH_DE.contains(words.getFirst()));
    }

    private static List<String> keys(String line) {
        List<String> keys = new ArrayList<>(3);
        add(keyOfLine(line), keys);
        int start = 0;
        for (int i = 0; i <= line.length() && keys.size() <= PARTS_MAX; i++) {
            if (i == line.length() || endsPart(line, i)) {
                add(keyOfLine(line.substring(start, i)), keys);
                start = i + 1;
            }
        }
        return keys;
    }

    private static boolean endsPart(String line, int at) {
        char sign = line.charAt(at);
        boolean dash = sign == '-' && at > 0 && line.charAt(at - 1) == ' ';
        return dash || sign == ',' || sign == ';' || sign == '/' || sign == '(' || sign == ')';
    }

    private static void add(String key, List<String> keys) {
        if (!key.isEmpty() && !keys.contains(key)) {
            keys.add(key);
        }
    }
}
