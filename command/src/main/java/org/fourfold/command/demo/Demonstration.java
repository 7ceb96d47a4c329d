package org.fourfold.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything that one demonstration is made of, drawn from one seed: the same seed and first day give the same data to the
 * byte.
 *
 * @param scale 1 for the usual demonstration, more for benchmarks: files and incidents grow with it
 */
public record Demonstration(long seed, Instant firstDay, int scale) {

    /** The seed of every demonstration that names no other. */
    public static final long SEED = 20_261_123L;

    public static final int SCALE_MAX = 1_000;

    static final int FILES = 400;
    static final int INCIDENTS = 3_000;

    /** Streams of chance of their own, so that one part can change without the others. */
    private static final int FOR_FILES = 1;

    private static final int FOR_INCIDENTS = 2;
    private static final int FOR_SERIES = 3;
    private static final int FOR_LISTS = 4;
    private static final int FOR_SHEETS = 5;
    private static final int FOR_INVESTIGATIONS = 6;

    public Demonstration {
        if (scale < 1 || scale > SCALE_MAX) {
            throw new IllegalArgumentException("scale from 1 to " + SCALE_MAX);
        }
    }

    LocalDate lastDay() {
        return LocalDate.ofInstant(firstDay, ZoneOffset.UTC);
    }

    InventedFiles.Told files() {
        return new InventedFiles(random(FOR_FILES)).tell(FILES * scale);
    }

    /** The unit's forty tables. They do not grow with the scale: a person reads them. */
    List<InventedSheet> sheets() {
        return new InventedSheets(random(FOR_SHEETS), lastDay()).all();
    }

    List<InventedInvestigation> investigations() {
        return new InventedInvestigations(random(FOR_INVESTIGATIONS), lastDay()).all();
    }

    /** Writes the shelters' incidents; returns how many. */
    int writeIncidents(Path file) throws IOException {
        new DemonstrationIncidents(random(FOR_INCIDENTS), lastDay()).write(file, INCIDENTS * scale);
        return INCIDENTS * scale;
    }

    /** Writes an edition of the invented official count. */
    void writeSeries(Path file, boolean revised) throws IOException {
        new OfficialSeries(seed + FOR_SERIES, lastDay()).write(file, revised);
    }

    /** Writes the tables that no importer takes yet, to be opened by hand. */
    public void writeTables(Path folder) throws IOException {
        Files.createDirectories(folder);
        new OverlappingLists(random(FOR_LISTS)).write(folder.resolve("cuatro-listas-inventadas.csv"));
        OverlappingLists.writeRefused(folder.resolve("dos-listas-sin-coincidencias-inventadas.csv"));
    }

    /** What was put in, so that what is found can be held against it. File numbers are those of the stories' files. */
    public Truth truth(List<String> fileNumbers, List<InventedFiles.Twice> twice) {
        LocalDate first = DemonstrationIncidents.firstMonth(lastDay());
        return new Truth(
                seed,
                scale,
                firstDay.toString(),
                fileNumbers.size(),
                twice.stream()
                        .map(pair -> List.of(fileNumbers.get(pair.first()), fileNumbers.get(pair.second())))
                        .toList(),
                INCIDENTS * scale,
                new Truth.Policy(
                        "Protocolo de Espera",
                        first.plusMonths(DemonstrationIncidents.POLICY_MONTH).toString(),
                        DemonstrationIncidents.POLICY_EFFECT,
                        OfficialSeries.POLICY_EFFECT),
                DemonstrationIncidents.clusters(INCIDENTS * scale).stream()
                        .map(cluster -> new Truth.Cluster(
                                cluster.town(),
                                first.plusMonths(cluster.firstMonth()).toString(),
                                cluster.months(),
                                cluster.incidents(),
                                cluster.real()))
                        .toList(),
                OverlappingLists.POPULATION);
    }

    private SplittableRandom random(int part) {
        return new SplittableRandom(seed * 31 + part);
    }

    /**
     * The truth of a demonstration.
     *
     * @param samePerson pairs of file numbers that belong to one person
     * @param population how many people the four lists were drawn from
     */
    public record Truth(
            long seed,
            int scale,
            String firstDay,
            int files,
            List<List<String>> samePerson,
            int incidents,
            Policy policy,
            List<Cluster> clusters,
            int population) {

        /** A measure, the month it begins in, and by what factor it changes each count. */
        public record Policy(String name, String firstMonth, double reportsFactor, double officialFactor) {}

        /** Incidents closer together than chance; not real where only the reporting changed. */
        public record Cluster(String town, String firstMonth, int months, int incidents, boolean real) {}
    }
}
