package org.fourfold.command.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invented incidents against people on the move: six years with two seasons (dry season before the rains, and September),
 * a slow rise, and a cluster in one town during the last spring. Written in a layout that the importer knows, so that the
 * demonstration runs through the same door as real files. Deterministic for a given generator and last day.
 */
public final class DemonstrationIncidents {

    /** Who is said to publish the series; the word says what it is. */
    public static final String SOURCE = "Datos inventados / invented data";

    static final int YEARS = 6;

    private static final int MONTHS = YEARS * 12;
    private static final double PER_MONTH_AT_FIRST = 2.2;
    private static final double RISE_A_MONTH = 0.02;
    private static final int CLUSTER_MONTHS = 3;
    private static final int CLUSTER_INCIDENTS = 8;
    private static final double SCATTER_DEGREES = 0.035;
    private static final double DEATH_SHARE = 0.06;

    /** How a month compares with the year's mean: more people move when it is dry, and again in September. */
    private static final double[] SEASON = {0.8, 1.0, 1.5, 1.6, 1.4, 0.8, 0.7, 0.8, 1.3, 1.1, 0.6, 0.4};

    private static final List<String> HEADING = List.of(
            "Incident ID",
            "Incident date",
            "No. dead",
            "No. missing",
            "No. survivors",
            "No. Female",
            "No. Male",
            "No. minors",
            "Cause of death (category)",
            "Country of Incident",
            "Location of death",
            "Route",
            "Country of Origin",
            "Source",
            "Link",
            "Source Quality",
            "Latitude",
            "Longitude");

    private static final List<String> KINDS = List.of(
            "Robo",
            "Robo",
            "Extorsión",
            "Extorsión",
            "Secuestro",
            "Reclutamiento con engaño",
            "Retención de documentos",
            "Agresión física",
            "Accidente de transporte",
            "Ahogamiento");

    private static final List<String> ORIGINS =
            List.of("Honduras", "Guatemala", "El Salvador", "Nicaragua", "Venezuela", "Ecuador", "Haití", "Cuba");

    private static final List<String> REPORTERS = List.of(
            "Casa Ceiba (inventada)",
            "Red del Estero (inventada)",
            "Radio Lumbre (inventada)",
            "Comedor La Garita (inventado)");

    private final RandomGenerator random;
    private final LocalDate lastDay;

    public DemonstrationIncidents(RandomGenerator random, LocalDate lastDay) {
        this.random = random;
        this.lastDay = lastDay;
    }

    /** Writes the table; returns how many incidents it holds. */
    public int write(Path file) throws IOException {
        int number = 0;
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(HEADING);
            LocalDate first = lastDay.withDayOfMonth(1).minusMonths(MONTHS);
            for (int month = 0; month < MONTHS; month++) {
                LocalDate begin = first.plusMonths(month);
                double mean = PER_MONTH_AT_FIRST * (1 + RISE_A_MONTH * month) * SEASON[begin.getMonthValue() - 1];
                int count = poisson(mean);
                for (int i = 0; i < count; i++) {
                    csv.writeRecord(row(++number, begin, town()));
                }
                if (month >= MONTHS - CLUSTER_MONTHS) {
                    for (int i = 0; i < CLUSTER_INCIDENTS; i++) {
                        csv.writeRecord(row(++number, begin, Town.ALL.getFirst()));
                    }
                }
            }
        }
        return number;
    }

    private List<String> row(int number, LocalDate month, Town town) {
        LocalDate day = month.plusDays(random.nextInt(month.lengthOfMonth()));
        int people = 1 + random.nextInt(6);
        int women = random.nextInt(people + 1);
        int minors = random.nextInt(4) == 0 ? Math.min(people, 1 + random.nextInt(2)) : 0;
        return List.of(
                String.format(Locale.ROOT, "PG-%05d", number),
                day.toString(),
                random.nextDouble() < DEATH_SHARE ? "1" : "0",
                random.nextDouble() < DEATH_SHARE ? "1" : "0",
                Integer.toString(people),
                Integer.toString(women),
                Integer.toString(people - women),
                Integer.toString(minors),
                pick(KINDS),
                town.country(),
                town.name() + " (inventado)",
                "Paso Garza",
                pick(ORIGINS),
                pick(REPORTERS),
                "",
                Integer.toString(1 + random.nextInt(5)),
                degrees(town.latitude()),
                degrees(town.longitude()));
    }

    private String degrees(double centre) {
        double scattered = centre + (random.nextDouble() - 0.5) * 2 * SCATTER_DEGREES;
        return String.format(Locale.ROOT, "%.5f", scattered);
    }

    private Town town() {
        int all = Town.ALL.stream().mapToInt(Town::weight).sum();
        int drawn = random.nextInt(all);
        for (Town town : Town.ALL) {
            drawn -= town.weight();
            if (drawn < 0) {
                return town;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Knuth's method: a product of uniforms against e^-mean; fine for means below some dozens. */
    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }
}
