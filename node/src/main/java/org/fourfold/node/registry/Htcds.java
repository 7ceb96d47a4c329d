package org.fourfold.node.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Language;
import org.fourfold.node.registry.internal.HtcdsEdition;

/**
 * The Human Trafficking Case Data Standard (HTCDS) 2.0 of the International Organization for Migration, 24 December 2021:
 * its 84 fields and 21 code lists. Names and codes stand exactly as published, misspellings and all, for other systems
 * exchange them; the labels are Fourfold's own. Immutable.
 */
public final class Htcds {

    /** The version of the standard. */
    public static final String VERSION = "2.0";

    /** What its licence asks to be said wherever it is used. */
    public static final String ATTRIBUTION =
            "Human Trafficking Case Data Standard (HTCDS) 2.0, International Organization"
                    + " for Migration (IOM), 24 December 2021, CC BY 4.0";

    public static final String SOURCE = "https://github.com/UNMigration/HTCDS";
    public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** What a cell of a field may hold. */
    public enum Kind {
        WORDS,
        /** One code of the field's list. */
        ONE,
        /** Codes of the field's list, parted by semicolons. */
        SEVERAL,
        YES_NO,
        NUMBER,
        /** Year-month-day. */
        DATE,
        /** E.164. */
        PHONE,
        /** ISO 639-2, or the two letters of ISO 639-1. */
        LANGUAGE,
        /** ISO 3166-1. */
        COUNTRY,
        /** Several of them, parted by semicolons. */
        COUNTRIES,
        LATITUDE,
        LONGITUDE
    }

    /**
     * One field.
     *
     * @param name as published, with its prefix: {@code prs_Birthdate}
     * @param section where the standard has it, as a code of ours
     * @param list the name of its code list; empty when it has none
     * @param status DRAFT or DEPRECATED, as published
     */
    public record Field(
            String name,
            String section,
            Kind kind,
            String list,
            boolean core,
            String status,
            String labelEn,
            String labelEs) {

        public String label(Language language) {
            return switch (language) {
                case ES -> labelEs;
                case EN -> labelEn;
            };
        }
    }

    /** One code of a list. */
    public record Code(String code, String labelEn, String labelEs) {

        public String label(Language language) {
            return switch (language) {
                case ES -> labelEs;
                case EN -> labelEn;
            };
        }
    }

    private final Map<String, Field> fields;
    private final Map<String, List<Code>> lists;

    public Htcds(List<Field> fields, Map<String, List<Code>> lists) {
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        this.fields = java.util.Collections.unmodifiableMap(byName);
        this.lists = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** The edition in this release. */
    public static Htcds shipped() {
        return HtcdsEdition.read();
    }

    /** All fields, in the order of the standard. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** By its exact name. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** All lists by name, in the order of the standard. */
    public Map<String, List<Code>> lists() {
        return lists;
    }

    /** The codes of a list, in its order; empty for a list there is not. */
    public List<Code> codes(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /** The code in words; the code itself when the list does not have it. */
    public String label(Field field, String code, Language language) {
        return codes(field.list()).stream()
                .filter(known -> known.code().equals(code))
                .map(known -> known.label(language))
                .findFirst()
                .orElse(code);
    }
}
