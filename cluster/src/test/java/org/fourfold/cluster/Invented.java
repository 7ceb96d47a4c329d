package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented persons and incidents as rows of tables; the same numbers give the same rows. */
final class Invented {

    private static final List<String> GIVEN =
            List.of("María", "José", "Ana", "Luis", "Rosa", "Paco", "Marta", "Juan", "Elena", "Pedro", "Francisco");
    private static final List<String> SURNAMES =
            List.of("Hernández", "López", "Xol", "de la Cruz", "Banegas", "Tzoc", "Mejía", "Zúniga", "Caal", "Funes");
    private static final List<String> WORDS =
            List.of("lancha", "costa", "frontera", "camión", "río", "muelle", "puente", "desierto", "noche", "grupo");

    private Invented() {}

    /**
     * Persons, each written down one to three times, each time a little otherwise.
     *
     * @param shared records of the first ones that say one telephone: a shelter's
     */
    static List<String> persons(int records, int shared, Random random) {
        List<String> rows = new ArrayList<>();
        rows.add("rec_id,org,nombres,apellidos,dob,municipio,departamento,phone,sex");
        while (rows.size() <= records) {
            List<String> person = List.of(
                    pick(GIVEN, random) + " " + pick(GIVEN, random),
                    pick(SURNAMES, random) + " " + pick(SURNAMES, random),
                    "%d-%02d-%02d".formatted(1990 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    "Aldea " + random.nextInt(30),
                    "Depto " + random.nextInt(4),
                    "5%07d".formatted(random.nextInt(10_000_000)),
                    random.nextBoolean() ? "F" : "M");
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times && rows.size() <= records; i++) {
                rows.add(written(rows.size(), person, rows.size() <= shared, random));
            }
        }
        return rows;
    }

    private static String written(int number, List<String> person, boolean shared, Random random) {
        List<String> row = new ArrayList<>(List.of("r" + number, "org" + random.nextInt(3)));
        for (int i = 0; i < person.size(); i++) {
            String said = person.get(i);
            boolean typed = i < 2 && random.nextInt(6) == 0;
            String cell = random.nextInt(6) == 0 && i > 1 ? "" : typed ? said.substring(0, said.length() - 1) : said;
            row.add(shared && i == 5 ? "55550000" : cell);
        }
        return String.join(",", row);
    }

    /** Incidents, each told by one to three sources in words that differ. */
    static List<String> incidents(int records, Random random) {
        List<String> rows = new ArrayList<>();
        rows.add("id,source,day,wide,region,country,dead,spot,words");
        while (rows.size() <= records) {
            String day = "2025-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            int region = random.nextInt(9);
            int dead = random.nextInt(12);
            String spot = words(random) + " " + words(random);
            for (int source = 0; source < 1 + random.nextInt(3) && rows.size() <= records; source++) {
                rows.add(String.join(
                        ",",
                        "i" + rows.size(),
                        "paper" + source,
                        random.nextInt(5) == 0 ? day.substring(0, 8) + "01" : day,
                        "W" + region,
                        "R" + region / 3,
                        "GT",
                        random.nextInt(4) == 0 ? "" : String.valueOf(dead),
                        spot,
                        spot + " " + words(random)));
            }
        }
        return rows;
    }

    private static String words(Random random) {
        return pick(WORDS, random) + " " + pick(WORDS, random) + " " + random.nextInt(40);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
