package org.fourfold.command.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invented incidents against people on the move, as shelters and neighbours report them: six years with two seasons (the
 * dry months before the rains, and September), a slow rise, a jump when the "Protocolo de Espera" begins, one true cluster and
 * one that a new hotline made. Written in a layout that the importer knows, so that the demonstration runs through the same
 * door as real files. Deterministic for a given generator and last day.
 */
public final class DemonstrationIncidents {

    /** Who is said to publish the series; the word says what it is. */
    public static final String SOURCE = "Datos inventados / invented data";

    static final int MONTHS = 72;

    /** The month, counted from 0, in which the invented protocol begins: the 31st. */
    static final int POLICY_MONTH = 30;

    /** By how much what shelters report rises with the protocol. */
    static final double POLICY_EFFECT = 1.35;

    static final double RISE_A_MONTH = 0.004;

    /** How a month compares with the year's mean: more people move when it is dry, and again in September. */
    static final List<Double> SEASON = List.of(0.8, 1.0, 1.5, 1.6, 1.4, 0.8, 0.7, 0.8, 1.3, 1.1, 0.6, 0.4);

    static final String HOTLINE = "Línea Garza (inventada)";

    private static final double CLUSTER_SHARE = 0.02;
    private static final double HOTLINE_SHARE = 0.015;
    private static final double SCATTER_DEGREES = 0.035;
    private static final double DEATH_SHARE = 0.06;

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

    /**
     * Incidents that lie closer together than chance.
     *
     * @param firstMonth counted from 0, as all months here
     * @param real false where only the reporting changed
     */
    record Cluster(String town, int firstMonth, int months, String kind, String reporter, int incidents, boolean real) {

        Cluster {
            if (firstMonth < 0 || firstMonth + months > MONTHS) {
                throw new IllegalArgumentException("a cluster lies within the six years");
            }
        }
    }

    private final RandomGenerator random;
    private final LocalDate firstMonth;
    private int number;

    public DemonstrationIncidents(RandomGenerator random, LocalDate lastDay) {
        this.random = random;
        this.firstMonth = firstMonth(lastDay);
    }

    /** The first of the six years' months, the last of which ended before the last day. */
    static LocalDate firstMonth(LocalDate lastDay) {
        return lastDay.withDayOfMonth(1).minusMonths(MONTHS);
    }

    /** The two clusters among so many incidents. */
    static List<Cluster> clusters(int incidents) {
        int real = (int) Math.round(CLUSTER_SHARE * incidents);
        int heard = (int) Math.round(HOTLINE_SHARE * incidents);
        return List.of(
                new Cluster("Santa Lumbre", 69, 3, "Reclutamiento con engaño", REPORTERS.getFirst(), real, true),
                new Cluster("Puerto Ceniza", 58, 6, "Extorsión", HOTLINE, heard, false));
    }

    /** What a month weighs against the others, without the clusters. */
    static double weight(LocalDate firstMonth, int month) {
        double season = SEASON.get(firstMonth.plusMonths(month).getMonthValue() - 1);
        return (1 + RISE_A_MONTH * month) * season * (month >= POLICY_MONTH ? POLICY_EFFECT : 1);
    }

    /** Writes a table of exactly so many incidents. */
    public void write(Path file, int incidents) throws IOException {
        List<Cluster> clusters = clusters(incidents);
        int scattered =
                incidents - clusters.stream().mapToInt(Cluster::incidents).sum();
        double[] cumulative = new double[MONTHS];
        double sum = 0;
        for (int month = 0; month < MONTHS; month++) {
            sum += weight(firstMonth, month);
            cumulative[month] = sum;
        }
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(HEADING);
            for (int i = 0; i < scattered; i++) {
                csv.writeRecord(row(month(cumulative), town(), pick(KINDS), pick(REPORTERS)));
            }
            for (Cluster cluster : clusters) {
                Town town = Town.named(cluster.town());
                for (int i = 0; i < cluster.incidents(); i++) {
                    int month = cluster.firstMonth() + random.nextInt(cluster.months());
                    csv.writeRecord(row(month, town, cluster.kind(), cluster.reporter()));
                }
            }
        }
    }

    private int month(double[] cumulative) {
        double drawn = random.nextDouble() * cumulative[MONTHS - 1];
        int month = 0;
        while (cumulative[month] <= drawn) {
            month++;
        }
        return month;
    }

    private List<String> row(int month, Town town, String kind, String reporter) {
        LocalDate begin = firstMonth.plusMonths(month);
        LocalDate day = begin.plusDays(random.nextInt(begin.lengthOfMonth()));
        int people = 1 + random.nextInt(6);
        int women = random.nextInt(people + 1);
        int minors = random.nextInt(4) == 0 ? Math.min(people, 1 + random.nextInt(2)) : 0;
        List<String> row = new ArrayList<>(HEADING.size());
        row.add(String.format(Locale.ROOT, "PG-%07d", ++number));
        row.add(day.toString());
        row.add(random.nextDouble() < DEATH_SHARE ? "1" : "0");
        row.add(random.nextDouble() < DEATH_SHARE ? "1" : "0");
        row.add(Integer.toString(people));
        row.add(Integer.toString(women));
        row.add(Integer.toString(people - women));
        row.add(Integer.toString(minors));
        row.addAll(List.of(kind, town.country(), town.name() + " (inventado)", "Paso Garza", pick(ORIGINS), reporter));
        row.addAll(List.of("", Integer.toString(1 + random.nextInt(5))));
        row.add(degrees(town.latitude()));
        row.add(degrees(town.longitude()));
        return row;
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
}
