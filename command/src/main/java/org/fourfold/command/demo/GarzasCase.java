package org.fourfold.command.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.fourfold.command.demo.InventedInvestigation.Entry;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;

/** The case of the third scene: a customs chief and two more, a trial put off four times, a mandate that ends on Friday. */
final class GarzasCase {

    static final String TITLE = "Caso Las Garzas";
    static final int PUT_OFF = 4;
    private static final int MONTHS_A_DELAY = 3;
    private static final String COURT = "Tribunal de Mayor Riesgo de Paso Garza (inventado)";

    private GarzasCase() {}

    /** The Friday after a day. */
    static LocalDate mandateEnds(LocalDate lastDay) {
        return lastDay.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    }

    static InventedInvestigation on(LocalDate lastDay) {
        LocalDate ends = mandateEnds(lastDay);
        LocalDate opened = ends.minusYears(2);
        LocalDate trial = ends.minusMonths(13);
        List<Entry> docket = new java.util.ArrayList<>(List.of(
                new Entry.Mandate(opened, Optional.of(ends), "Acuerdo de la Comisión del Istmo, dos años (inventado)"),
                new Entry.Hearing(
                        opened.plusMonths(4),
                        HearingKind.INITIAL,
                        COURT
                                + ". Tres personas acusadas: un jefe de aduana, un agente aduanero y la dueña de una empresa de"
                                + " transporte. Cinco hechos imputados."),
                new Entry.Hearing(opened.plusMonths(8), HearingKind.INDICTMENT, COURT),
                new Entry.Hearing(trial, HearingKind.TRIAL, COURT),
                new Entry.Obstruction(
                        opened.plusMonths(9),
                        ObstructionKind.WITNESS,
                        "Ofrecieron dinero a una persona colaboradora protegida para que no declarara",
                        "Acta reservada de la Comisión (inventada)"),
                new Entry.Obstruction(
                        trial.plusMonths(7),
                        ObstructionKind.EVIDENCE,
                        "Moción de la defensa: «los indicios fueron alterados»",
                        "Memorial de la defensa, folios 12 a 19 (inventado)"),
                new Entry.Obstruction(
                        ends.minusDays(30),
                        ObstructionKind.MANDATE,
                        "Se anunció que el mandato no se renovará",
                        "Comunicado del gobierno (inventado)")));
        List<String> reasons = List.of(
                "Cambio de abogado del jefe de aduana",
                "Certificado médico del agente aduanero",
                "La defensa pide más tiempo para leer 3,200 folios",
                "La defensa pide un nuevo peritaje de los indicios");
        for (int time = 0; time < PUT_OFF; time++) {
            LocalDate asked = trial.plusMonths((long) time * MONTHS_A_DELAY).minusDays(2);
            docket.add(new Entry.Continuance(
                    trial,
                    asked,
                    AskedBy.DEFENCE,
                    reasons.get(time),
                    Ruling.GRANTED,
                    Optional.of(asked.plusMonths(MONTHS_A_DELAY))));
        }
        return new InventedInvestigation(TITLE, opened, "pablo", List.of("ines"), docket, "");
    }
}
