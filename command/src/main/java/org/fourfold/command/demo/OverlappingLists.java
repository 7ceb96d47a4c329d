package org.fourfold.command.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Four lists of one invented population, as counts by the lists on which a person stands, for estimates of how many stand on
 * none. Who is on the shelters' list is likelier on the clinics': a model that takes the lists for independent is wrong.
 * The second table cannot be estimated from: its two lists share nobody.
 */
final class OverlappingLists {

    /** How many there truly are. */
    static final int POPULATION = 1_200;

    static final List<String> LISTS = List.of("refugios", "clinicas", "consulado", "fiscalia");

    private static final double[] CAUGHT = {0.22, 0.15, 0.12, 0.08};
    private static final double CLINIC_IF_SHELTER = 0.32;

    private final RandomGenerator random;

    OverlappingLists(RandomGenerator random) {
        this.random = random;
    }

    /** Writes one row a combination of lists that anybody stands on, and how many do. */
    void write(Path file) throws IOException {
        int[] counts = new int[1 << LISTS.size()];
        for (int person = 0; person < POPULATION; person++) {
            counts[lists()]++;
        }
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            String[] heading = Arrays.copyOf(LISTS.toArray(String[]::new), LISTS.size() + 1);
            heading[LISTS.size()] = "personas";
            csv.writeRecord(heading);
            for (int lists = 1; lists < counts.length; lists++) {
                csv.writeRecord(row(lists, counts[lists], LISTS.size()));
            }
        }
    }

    /** Writes the table from which nothing may be estimated. */
    static void writeRefused(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(LISTS.get(0), LISTS.get(1), "personas");
            csv.writeRecord(row(1, 57, 2));
            csv.writeRecord(row(2, 41, 2));
            csv.writeRecord(row(3, 0, 2));
        }
    }

    private static List<String> row(int lists, int count, int columns) {
        String[] row = new String[columns + 1];
        for (int list = 0; list < columns; list++) {
            row[list] = (lists >> list & 1) == 1 ? "1" : "0";
        }
        row[columns] = Integer.toString(count);
        return List.of(row);
    }

    private int lists() {
        boolean shelter = random.nextDouble() < CAUGHT[0];
        int lists = shelter ? 1 : 0;
        for (int list = 1; list < LISTS.size(); list++) {
            double chance = list == 1 && shelter ? CLINIC_IF_SHELTER : CAUGHT[list];
            if (random.nextDouble() < chance) {
                lists |= 1 << list;
            }
        }
        return lists;
    }
}
