package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Invented persons as rows of a table. Person {@code p} has the records {@code p-0}, {@code p-1} ...: what stands before the hyphen
 * is the truth. The same numbers give the same rows.
 */
record InventedPersons(List<String> rows) {

    static final String HEADING = "id,nombres,apellidos,dob,municipio,departamento,phone";

    private static final List<String> GIVEN = List.of(
            "María", "José", "Ana", "Juan", "Luis", "Rosa", "Carlos", "Elena", "Pedro", "Marta", "Jorge", "Silvia",
            "Óscar", "Lucía", "Mario", "Irma", "Hugo", "Delia", "Rubén", "Gladys");
    private static final List<String> SURNAMES = List.of(
            "López",
            "Pérez",
            "García",
            "Hernández",
            "Ramírez",
            "Cruz",
            "Morales",
            "Reyes",
            "Castillo",
            "Aguilar",
            "Méndez",
            "Velásquez",
            "Xicará",
            "Tzoc",
            "Barrios",
            "Cifuentes",
            "Monterroso",
            "Orellana",
            "Quiñónez",
            "Zavala");
    private static final List<String> TOWNS = List.of("Mixco", "Villa Nueva", "Cobán", "Jalapa", "Zacapa", "Flores");

    /** Keeps a copy. */
    InventedPersons {
        rows = List.copyOf(rows);
    }

    /**
     * So many persons; every third has a second record with a letter gone from the first surname, every ninth a third one without
     * a birth date.
     */
    static InventedPersons of(int persons, long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int p = 0; p < persons; p++) {
            String given = pick(GIVEN, random) + " " + pick(GIVEN, random);
            String first = pick(SURNAMES, random);
            String second = pick(SURNAMES, random);
            String born =
                    LocalDate.of(1960, 1, 1).plusDays(random.nextInt(16_000)).toString();
            String town = pick(TOWNS, random) + ",Guatemala";
            String phone = "+5024" + (1_000_000 + random.nextInt(9_000_000));
            rows.add(row(p, 0, given, first + " " + second, born, town, phone));
            if (p % 3 == 0) {
                int gone = 1 + random.nextInt(first.length() - 1);
                String typed = first.substring(0, gone) + first.substring(gone + 1);
                rows.add(row(p, 1, given, typed + " " + second, born, town, phone));
            }
            if (p % 9 == 0) {
                rows.add(row(p, 2, given, first + " " + second, "", town, phone));
            }
        }
        return new InventedPersons(rows);
    }

    /** The same rows in another order. */
    InventedPersons shuffled(long seed) {
        List<String> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return new InventedPersons(other);
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, HEADING + "\n" + String.join("\n", rows) + "\n");
    }

    private static String row(
            int person, int time, String given, String surnames, String born, String town, String phone) {
        return String.join(",", person + "-" + time, given, surnames, born, town, phone);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
