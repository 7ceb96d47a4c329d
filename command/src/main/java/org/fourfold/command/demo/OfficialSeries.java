package org.fourfold.command.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What an invented prosecutor's office counts in the same six years: it falls when the "Protocolo de Espera" begins, while
 * what shelters report rises. Its last quarter came out too low at first and was corrected in a second edition.
 */
final class OfficialSeries {

    static final String SOURCE = "Fiscalía inventada / invented prosecutor";

    /** What the protocol leaves of the count. */
    static final double POLICY_EFFECT = 0.6;

    /** How much of the last quarter the first edition had. */
    static final double FIRST_EDITION_SHARE = 0.8;

    static final int REVISED_MONTHS = 3;

    private static final double MEAN_A_MONTH = 24;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final List<String> HEADING = List.of(
            "date_year_month",
            "cve_ent",
            "nombre_estado",
            "bien_juridico_afectado",
            "tipo_de_delito",
            "subtipo_de_delito",
            "modalidad",
            "genero",
            "rango_de_edad",
            "n_victimas");

    /** The states that the invented strip touches, by INEGI's numbers, and their share of the mean. */
    private record State(String number, String name, double share) {}

    private static final List<State> STATES =
            List.of(new State("07", "Chiapas", 0.6), new State("27", "Tabasco", 0.25), new State("20", "Oaxaca", 0.15));

    private final long seed;
    private final LocalDate firstMonth;

    OfficialSeries(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.firstMonth = DemonstrationIncidents.firstMonth(lastDay);
    }

    /** Writes one edition: the same figures in both but for the last quarter. */
    void write(Path file, boolean revised) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(HEADING);
            for (int month = 0; month < DemonstrationIncidents.MONTHS; month++) {
                for (State state : STATES) {
                    int counted = poisson(random, mean(month) * state.share());
                    boolean late = month >= DemonstrationIncidents.MONTHS - REVISED_MONTHS;
                    int told = late && !revised ? (int) Math.floor(counted * FIRST_EDITION_SHARE) : counted;
                    csv.writeRecord(row(month, state, told));
                }
            }
        }
    }

    private double mean(int month) {
        double season =
                DemonstrationIncidents.SEASON.get(firstMonth.plusMonths(month).getMonthValue() - 1);
        return MEAN_A_MONTH * season * (month >= DemonstrationIncidents.POLICY_MONTH ? POLICY_EFFECT : 1);
    }

    private List<String> row(int month, State state, int count) {
        return List.of(
                MONTH.format(firstMonth.plusMonths(month)),
                state.number(),
                state.name(),
                "La libertad personal",
                "Trata de personas (dato inventado)",
                "Trata de personas",
                "Trata de personas",
                "No especificado",
                "No especificado",
                Integer.toString(count));
    }

    /** Knuth's method: a product of uniforms against e^-mean; fine for means below some dozens. */
    private static int poisson(SplittableRandom random, double mean) {
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
