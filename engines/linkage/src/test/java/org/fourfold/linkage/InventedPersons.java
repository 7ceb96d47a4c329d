package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented persons, some of them written down several times, each time a little otherwise. For tests that need no truth. */
public final class InventedPersons {

    private static final List<String> GIVEN = List.of(
            "María", "José", "Ana", "Luis", "Rosa", "Carlos", "Marta", "Juan", "Elena", "Pedro", "Suyapa", "Xiomara");
    private static final List<String> SURNAMES = List.of(
            "Hernández",
            "López",
            "Xol",
            "de la Cruz",
            "Banegas",
            "Tzoc",
            "Mejía",
            "Zúniga",
            "Caal",
            "Orellana",
            "Funes");
    private static final List<String> TAILS = List.of("", "", "a", "es", "illo", "ado", "ano");

    private InventedPersons() {}

    /** A heading and rows of seven cells: id, nombres, apellidos, dob, municipio, phone, sex. */
    public static List<List<String>> rows(int records, Random random) {
        return rows(records, random, new ArrayList<>());
    }

    /** The same; {@code truth} is given the number of each row's person. */
    public static List<List<String>> rows(int records, Random random, List<Integer> truth) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rec_id", "nombres", "apellidos", "dob", "municipio", "phone", "sex"));
        for (int number = 0; rows.size() <= records; number++) {
            List<String> person = person(random);
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times && rows.size() <= records; i++) {
                rows.add(written("r" + rows.size(), person, random));
                truth.add(number);
            }
        }
        return rows;
    }

    private static List<String> person(Random random) {
        return List.of(
                pick(GIVEN, random) + " " + pick(GIVEN, random),
                pick(SURNAMES, random) + pick(TAILS, random) + " " + pick(SURNAMES, random) + pick(TAILS, random),
                "%d-%02d-%02d".formatted(1960 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                "Aldea " + random.nextInt(40),
                "5%07d".formatted(random.nextInt(10_000_000)),
                random.nextBoolean() ? "F" : "M");
    }

    private static List<String> written(String id, List<String> person, Random random) {
        List<String> row = new ArrayList<>(List.of(id));
        for (int i = 0; i < person.size(); i++) {
            String said = person.get(i);
            boolean typed = i < 2 && random.nextInt(8) == 0;
            row.add(random.nextInt(6) == 0 && i > 1 ? "" : typed ? said.substring(0, said.length() - 1) : said);
        }
        return row;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
