package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Generated persons as CSV rows; some of them several times, with what people mistype. */
final class StorePersons {

    static final String HEADING = "id,org,given,surnames,dob,municipality,department,phone";

    /** Small blocks, so that many become too large. */
    static final List<String> MODEL = List.of(
            "model test 1",
            "id id",
            "source org",
            "field name person given=given surnames=surnames",
            "field born date dob",
            "field place place municipality=municipality department=department",
            "field phone phone phone",
            "compare name.given1 same rare, sound rare, form, near .88, swapped name.given2 rare",
            "compare name.surname1 same rare, sound rare, near .88, swapped name.surname2 rare",
            "compare name.given2 same rare, initial, near .88",
            "compare name.surname2 same rare, near .88",
            "compare born same, two-of-three, edit 1, year-only, year, years 2",
            "compare place part municipality rare, part department",
            "compare phone same, edit 1",
            "block phone at-most 3",
            "block born~whole + name.surname1~sound",
            "block name.given1~sound + name.surname1~sound + name.surname2~sound at-most 3",
            "block name.given1~sound + name.surname1~sound + born~year at-most 3",
            "block name.surname1~sound + place.municipality at-most 4",
            "block {name.given1~sound name.given2~sound} + name.surname1~sound at-most 5",
            "train born~whole + name.surname1~sound",
            "train phone");

    private static final List<String> STARTS =
            List.of("Ma", "Ro", "Lu", "Car", "Her", "Sal", "Vi", "Gon", "Pe", "Ca", "Ji", "Zu");
    private static final List<String> MIDDLES = List.of("ri", "be", "lan", "mi", "ve", "za", "to", "lli");
    private static final List<String> ENDS = List.of("a", "o", "ez", "na", "do", "ta", "que");

    private final SplittableRandom random;
    private int number;

    StorePersons(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** So many rows of persons who have one to four each. */
    List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        while (rows.size() < count) {
            String[] person = person();
            int times = Math.min(1 + random.nextInt(4), count - rows.size());
            for (int i = 0; i < times; i++) {
                rows.add(row(i == 0 ? person : mistyped(person)));
            }
        }
        for (int i = rows.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String row = rows.get(i);
            rows.set(i, rows.get(j));
            rows.set(j, row);
        }
        return rows;
    }

    static Path write(Path file, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        lines.addAll(rows);
        return Files.write(file, lines);
    }

    private String row(String[] person) {
        number++;
        return "r" + number + ",org" + random.nextInt(5) + "," + String.join(",", person);
    }

    private String[] person() {
        String given = name() + (random.nextInt(2) == 0 ? " " + name() : "");
        String born = random.nextInt(5) == 0
                ? (random.nextInt(2) == 0 ? "" : String.valueOf(1960 + random.nextInt(50)))
                : "%04d-%02d-%02d".formatted(1960 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
        int municipality = random.nextInt(40);
        String phone = random.nextInt(2) == 0 ? "" : "5" + (1_000_000 + random.nextInt(9_000_000));
        return new String[] {given, name() + " " + name(), born, "Muni" + municipality, "Dept" + municipality / 8, phone
        };
    }

    private String name() {
        String middle = random.nextInt(3) == 0 ? pick(MIDDLES) : "";
        return pick(STARTS) + middle + pick(ENDS);
    }

    private String[] mistyped(String[] person) {
        String[] other = person.clone();
        switch (random.nextInt(6)) {
            case 0 -> other[1] = other[1].replace("z", "s").replace("v", "b");
            case 1 -> other[1] = other[1].substring(0, other[1].indexOf(' '));
            case 2 -> other[2] = other[2].isEmpty() ? "" : other[2].substring(0, 4);
            case 3 -> other[5] = "";
            case 4 -> other[0] = other[0].contains(" ") ? swapped(other[0]) : other[0] + pick(ENDS);
            default -> other[1] = swapped(other[1]);
        }
        return other;
    }

    private static String swapped(String two) {
        int space = two.indexOf(' ');
        return two.substring(space + 1) + " " + two.substring(0, space);
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
