package org.fourfold.node.prevention;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Lists of persons who are not there: person n is the same on each list, now and then with an accent or a digit lost. */
final class InventedLists {

    private static final List<String> GIVEN = List.of(
            "María", "José", "Ana", "Luis", "Carmen", "Jorge", "Rosa", "Pedro", "Elena", "Óscar", "Lucía", "Iván",
            "Marta", "Hugo", "Nora", "Raúl", "Silvia", "Tomás", "Irma", "Félix");
    private static final List<String> FAMILY = List.of(
            "García",
            "López",
            "Hernández",
            "Pérez",
            "Ramírez",
            "Cruz",
            "Ceiba",
            "Lumbre",
            "Estero",
            "Molina",
            "Castro",
            "Ortiz",
            "Reyes",
            "Flores",
            "Rivera",
            "Vargas",
            "Mejía",
            "Solís",
            "Aguilar",
            "Núñez",
            "Paz",
            "Zelaya");

    private InventedLists() {}

    /** Persons of those numbers; the first so many stand twice. */
    static String of(int from, int to, int twice) {
        StringBuilder csv = new StringBuilder("nombres,apellidos,fecha_nacimiento,municipio\n");
        for (int n = from; n < to; n++) {
            csv.append(person(n, from));
        }
        for (int n = from; n < from + twice; n++) {
            csv.append(person(n, from + 1));
        }
        return csv.toString();
    }

    /** Of the persons 0 to {@code persons - 1} that share, by lot; {@code list} makes another lot and another pen. */
    static String someOf(int persons, double share, int list) {
        SplittableRandom lot = new SplittableRandom(list);
        StringBuilder csv = new StringBuilder("nombres,apellidos,fecha_nacimiento,municipio\n");
        for (int n = 0; n < persons; n++) {
            if (lot.nextDouble() < share) {
                csv.append(person(n, list));
            }
        }
        return csv.toString();
    }

    private static String person(int number, int list) {
        SplittableRandom person = new SplittableRandom(number);
        String given = pick(GIVEN, person) + " " + pick(GIVEN, person);
        String family = pick(FAMILY, person) + " " + pick(FAMILY, person);
        LocalDate born = LocalDate.of(1975, 1, 1).plusDays(person.nextInt(12_000));
        String town = "Pueblo " + pick(FAMILY, person);
        SplittableRandom pen = new SplittableRandom(number * 31L + list);
        if (pen.nextInt(6) == 0) {
            family = family.replace("í", "i").replace("é", "e").replace("z", "s");
        }
        String date = pen.nextInt(8) == 0 ? Integer.toString(born.getYear()) : born.toString();
        return given + "," + family + "," + date + "," + (pen.nextInt(5) == 0 ? "" : town) + "\n";
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
