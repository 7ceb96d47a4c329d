package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;

/**
 * What part each record's person has: by a slot, or by who wrote the record.
 *
 * @param names of the roles, in lower case; the first is empty, for "not said"
 * @param role per record a number in {@code names}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Roles(List<String> names, int[] role) {

    /** Different roles. */
    public static final int ROLES_MAX = 1_000;

    /** Checks that there are not too many. */
    public Roles {
        names = List.copyOf(names);
        if (names.size() > ROLES_MAX) {
            throw new IllegalArgumentException(names.size() + " different roles; at most " + ROLES_MAX
                    + " are taken: is this the column of roles?");
        }
    }

    /** The roles that a slot says. */
    public static Roles ofSlot(Records records, String slot) {
        Slot said = records.slot(slot);
        if (said.isMany()) {
            throw new IllegalArgumentException("somebody has several roles in " + slot + "; a record has one");
        }
        List<String> names = new ArrayList<>(List.of(""));
        int[] number = new int[said.vocabulary().size() + 1];
        for (int code = 1; code < number.length; code++) {
            number[code] = number(names, said.vocabulary().text(code));
        }
        return ofNumbers(names, said.codes(), number);
    }

    /** The role that every source gives its records; sources that are not named give none. */
    public static Roles ofSources(Records records, Map<String, String> roleOfSource) {
        List<String> names = new ArrayList<>(List.of(""));
        int[] number = records.sources().stream()
                .mapToInt(source -> number(names, roleOfSource.getOrDefault(source, "")))
                .toArray();
        return ofNumbers(names, records.source(), number);
    }

    private static int number(List<String> names, String name) {
        String plain = plain(name);
        if (!names.contains(plain)) {
            if (names.size() == ROLES_MAX) {
                throw new IllegalArgumentException(
                        "more than " + ROLES_MAX + " different roles: is this the column of roles?");
            }
            names.add(plain);
        }
        return names.indexOf(plain);
    }

    private static Roles ofNumbers(List<String> names, int[] codes, int[] number) {
        int[] role = new int[codes.length];
        for (int i = 0; i < role.length; i++) {
            role[i] = number[codes[i]];
        }
        return new Roles(names, role);
    }

    static String plain(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }
}
