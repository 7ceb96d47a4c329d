package org.fourfold.command.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.command.demo.InventedInvestigation.Entry;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;

/**
 * Sixty investigations of six years: mandates, hearings, who put them off and why, and what was done to stop the work. That
 * grows denser towards the end, as it did where commissions of this kind worked.
 */
final class InventedInvestigations {

    static final int COUNT = 60;
    private static final int DAYS = 6 * 365;
    private static final int OPENED_DAYS_AGO_MIN = 20;
    private static final int HEARINGS_MAX = 3;
    private static final String COURT = "Juzgado Segundo de Paso Garza (inventado)";

    private static final List<String> MATTERS = List.of(
            "Reclutamiento con engaño",
            "Retención de documentos",
            "Trabajo forzoso en una finca",
            "Explotación en un bar",
            "Ofertas falsas de empleo",
            "Cobros en el paso",
            "Traslado de menores",
            "Remesas sin origen");

    private static final List<String> OPENERS = List.of("ines", "iker", "pablo");

    private static final Map<AskedBy, List<String>> REASONS = Map.of(
            AskedBy.DEFENCE,
                    List.of(
                            "Cambio de abogado",
                            "Falta de copias del expediente",
                            "Certificado médico de la parte acusada"),
            AskedBy.COURT, List.of("Agenda del juzgado", "Traslado de la jueza", "Falta de sala"),
            AskedBy.PROSECUTION, List.of("Dictamen pericial pendiente", "Cooperación internacional sin respuesta"),
            AskedBy.VICTIM, List.of("Falta de intérprete", "Falta de medidas de protección para declarar"),
            AskedBy.OTHER, List.of("Cierre de caminos por lluvia"));

    /** As often as each asks. */
    private static final List<AskedBy> ASKING = List.of(
            AskedBy.DEFENCE,
            AskedBy.DEFENCE,
            AskedBy.DEFENCE,
            AskedBy.DEFENCE,
            AskedBy.COURT,
            AskedBy.COURT,
            AskedBy.PROSECUTION,
            AskedBy.VICTIM,
            AskedBy.OTHER);

    private static final Map<ObstructionKind, String> DEEDS = Map.of(
            ObstructionKind.BUDGET, "Se retuvo la partida para viáticos e intérpretes",
            ObstructionKind.REMOVAL, "Trasladaron sin motivo escrito a una integrante del equipo",
            ObstructionKind.CHARGES, "Denuncia penal contra quien investiga, por los mismos hechos que investiga",
            ObstructionKind.THREAT, "Llamadas anónimas a la casa de un investigador",
            ObstructionKind.ACCESS, "Negaron el ingreso a las bodegas pese a la orden",
            ObstructionKind.DELAY, "La respuesta a una solicitud de información tardó siete meses",
            ObstructionKind.LEAK, "Un diario publicó la lista de diligencias antes de que se hicieran",
            ObstructionKind.WITNESS, "Visitaron a una testigo para que cambiara lo dicho",
            ObstructionKind.LAW, "Iniciativa de ley para quitar a la unidad la facultad de pedir escuchas",
            ObstructionKind.EVIDENCE, "Se pidió anular un allanamiento por un error en la fecha");

    private final RandomGenerator random;
    private final LocalDate lastDay;

    InventedInvestigations(RandomGenerator random, LocalDate lastDay) {
        this.random = random;
        this.lastDay = lastDay;
    }

    /** All of them, the case of the third scene last. */
    List<InventedInvestigation> all() {
        List<String> titles = titles();
        List<InventedInvestigation> all = new ArrayList<>();
        for (int number = 1; number < COUNT; number++) {
            all.add(investigation(number, titles.get(number - 1)));
        }
        all.add(GarzasCase.on(lastDay));
        return all;
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (String matter : MATTERS) {
            Town.ALL.forEach(town -> titles.add(matter + ", " + town.name()));
        }
        Collections.shuffle(titles, java.util.Random.from(random));
        return titles;
    }

    private InventedInvestigation investigation(int number, String matter) {
        int daysAgo =
                OPENED_DAYS_AGO_MIN + (COUNT - number) * (DAYS - OPENED_DAYS_AGO_MIN) / COUNT + random.nextInt(15);
        LocalDate opened = lastDay.minusDays(daysAgo);
        Set<LocalDate> taken = new HashSet<>();
        List<Entry> docket = new ArrayList<>();
        LocalDate ends = opened.plusYears(1 + random.nextInt(3));
        docket.add(new Entry.Mandate(
                free(taken, opened), Optional.of(ends), "Acuerdo de apertura %03d (inventado)".formatted(number)));
        hearings(docket, taken, opened, daysAgo);
        obstructions(docket, taken, daysAgo);
        String opener = OPENERS.get(random.nextInt(OPENERS.size()));
        List<String> others = OPENERS.stream()
                .filter(one -> !one.equals(opener) && random.nextBoolean())
                .toList();
        boolean over = daysAgo > 900 && random.nextInt(3) > 0;
        String closed = over ? (random.nextBoolean() ? "Sentencia firme." : "Archivada por falta de elementos.") : "";
        String title = "%d-%03d · %s".formatted(opened.getYear(), number, matter);
        return new InventedInvestigation(title, opened, opener, others, docket, closed);
    }

    private void hearings(List<Entry> docket, Set<LocalDate> taken, LocalDate opened, int daysAgo) {
        List<HearingKind> kinds = List.of(HearingKind.INITIAL, HearingKind.INDICTMENT, HearingKind.TRIAL);
        LocalDate day = opened.plusDays(10);
        for (int hearing = 0; hearing < random.nextInt(HEARINGS_MAX + 1); hearing++) {
            day = free(taken, workday(day.plusDays(30 + random.nextInt(1 + daysAgo / 4))));
            docket.add(new Entry.Hearing(day, kinds.get(hearing), COURT));
            if (random.nextBoolean() && day.isBefore(lastDay)) {
                AskedBy asking = ASKING.get(random.nextInt(ASKING.size()));
                List<String> reasons = REASONS.getOrDefault(asking, List.of());
                boolean granted = random.nextInt(5) > 0;
                docket.add(new Entry.Continuance(
                        day,
                        free(taken, day.minusDays(1 + random.nextInt(5))),
                        asking,
                        reasons.get(random.nextInt(reasons.size())),
                        granted ? Ruling.GRANTED : Ruling.DENIED,
                        granted ? Optional.of(workday(day.plusDays(30 + random.nextInt(60)))) : Optional.empty()));
            }
        }
    }

    /** The later, the likelier: a day's chance grows threefold over the six years. */
    private void obstructions(List<Entry> docket, Set<LocalDate> taken, int daysAgo) {
        List<ObstructionKind> kinds = DEEDS.keySet().stream().sorted().toList();
        for (int tried = 0; tried < 3; tried++) {
            int ago = 1 + random.nextInt(daysAgo);
            if (random.nextDouble() < 0.75 - 0.5 * ago / DAYS) {
                ObstructionKind kind = kinds.get(random.nextInt(kinds.size()));
                docket.add(new Entry.Obstruction(
                        freeBefore(taken, lastDay.minusDays(ago)),
                        kind,
                        DEEDS.getOrDefault(kind, ""),
                        "Expediente interno (inventado)"));
            }
        }
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
    }

    private static LocalDate free(Set<LocalDate> taken, LocalDate day) {
        LocalDate free = day;
        while (!taken.add(free)) {
            free = free.plusDays(1);
        }
        return free;
    }

    private static LocalDate freeBefore(Set<LocalDate> taken, LocalDate day) {
        LocalDate free = day;
        while (!taken.add(free)) {
            free = free.minusDays(1);
        }
        return free;
    }
}
