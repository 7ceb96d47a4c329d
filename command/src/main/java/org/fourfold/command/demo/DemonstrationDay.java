package org.fourfold.command.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Interpreter;
import org.fourfold.node.protection.Interpreters;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Placing;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.UnmetNeed;
import org.fourfold.node.protection.UnmetNeeds;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.When;

/**
 * The Tuesday night of the first scene: who sleeps where and who has no bed, what is planned and due, what the night wrote
 * down. A house that has rooms already is left as it is.
 *
 * @param zone where the house is
 */
public record DemonstrationDay(
        Protection protection,
        Nights nights,
        NightLog log,
        UnmetNeeds unmet,
        UrgentRisks risks,
        Tasks tasks,
        Plans plans,
        Services services,
        Families families,
        Interpreters interpreters,
        LegalClocks clocks,
        ZoneId zone) {

    /** Ludi's, as the scene has it. */
    private static final int YEARS = 17;

    private static final int DAYS = 324;
    private static final int RISK_HOURS = 48;
    private static final int PROMISED_MONTHS = 5;

    /** @param numbers of the files of {@link Story#SCENES}, in their order */
    void live(List<String> numbers, Function<String, Actor> actors, Instant now) {
        Actor clara = actors.apply(DemonstrationMembers.CASEWORKER);
        Actor carmen = actors.apply(DemonstrationMembers.SECOND_CASEWORKER);
        if (!nights.rooms(clara).isEmpty()) {
            return;
        }
        CaseFileId yesica = file(clara, numbers, "Yésica");
        CaseFileId ludi = file(clara, numbers, "Ludi");
        LocalDate today = LocalDate.ofInstant(now, zone);
        beds(clara, carmen, yesica, file(carmen, numbers, "Ixchel"));
        unmet.note(
                clara,
                new UnmetNeed(
                        YearMonth.from(today),
                        UnmetNeed.Outcome.WAITING,
                        UnmetNeed.Need.BED,
                        UnmetNeed.Reason.FULL,
                        1));
        families.link(clara, yesica, ludi, Relative.Kin.SIBLING);
        risks.raise(clara, yesica, "El tío preguntó por ella en el mercado.", RISK_HOURS);
        plan(clara, yesica, today);
        tasks.make(
                clara,
                today,
                Optional.of(yesica),
                Optional.of(clara.member()),
                today.plusDays(1),
                "Llamar a la clínica: el permiso termina en seis días.");
        turning18(clara, ludi, today);
        given(clara, numbers, today);
        given(carmen, numbers, today);
        Actor noe = actors.apply(DemonstrationMembers.NIGHT);
        othersTasks(carmen, noe, file(carmen, numbers, "Ixchel"), today);
        LocalDate night = NightLog.night(now, zone);
        log.write(noe, night, Optional.empty(), "La puerta del patio no cierra bien. Quedó con tranca.");
        log.write(noe, night, Optional.of(yesica), "Durmió dos horas. El niño tosió; se le dio agua tibia.");
    }

    private void beds(Actor clara, Actor carmen, CaseFileId yesica, CaseFileId ixchel) {
        nights.addRoom(clara, "Cuarto del patio");
        nights.addRoom(clara, "Cuarto de arriba");
        for (var room : nights.rooms(clara)) {
            nights.addBed(clara, room.id(), "Cama 1");
        }
        nights.place(clara, yesica, new Placing(bed(clara, "Cuarto del patio"), 1, false, false));
        nights.place(carmen, ixchel, new Placing(bed(clara, "Cuarto de arriba"), 1, false, false));
    }

    /** What whoever has a file with this caseworker was given today. */
    private void given(Actor actor, List<String> numbers, LocalDate today) {
        List<CaseFileId> files = protection.own(actor).stream()
                .filter(file -> numbers.contains(file.number().text()))
                .map(CaseFile::id)
                .toList();
        for (int place = 0; place < files.size(); place++) {
            give(actor, files.get(place), ServiceKind.RIGHTS_TOLD, today, 1);
            ServiceKind second = place % 2 == 0 ? ServiceKind.COUNSELLING : ServiceKind.HEALTH;
            give(actor, files.get(place), second, today, 1 + place % 2);
        }
    }

    private void give(Actor actor, CaseFileId file, ServiceKind kind, LocalDate day, int times) {
        services.give(actor, file, Optional.of(kind), Optional.of(day), times, "");
    }

    private UUID bed(Actor actor, String room) {
        return nights.rooms(actor).stream()
                .filter(one -> one.name().equals(room))
                .findFirst()
                .orElseThrow()
                .beds()
                .getFirst()
                .id();
    }

    private void plan(Actor clara, CaseFileId yesica, LocalDate today) {
        plans.add(
                clara,
                yesica,
                PlanEntry.Kind.SAFETY,
                "Si el tío llama o aparece: no abrir, avisar por la radio de la casa.",
                Optional.empty(),
                "");
        plans.add(clara, yesica, PlanEntry.Kind.GOAL, "Que mi hijo duerma sin miedo.", Optional.empty(), "");
        interpreters.put(
                clara,
                Optional.empty(),
                new Interpreter.Terms(
                        "Eulalia Chávez (inventada)",
                        "mam, español",
                        "Por la radio comunitaria, de día.",
                        Optional.of(today.minusMonths(PROMISED_MONTHS)),
                        "personas de su misma aldea",
                        Optional.empty(),
                        true));
        interpreters.put(
                clara,
                Optional.empty(),
                new Interpreter.Terms(
                        "Domingo Tzoc (inventado)",
                        "k'iche', español",
                        "Por la parroquia.",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        true));
        UUID mam = interpreters.all(clara).stream()
                .filter(one -> one.terms().languages().startsWith("mam"))
                .findFirst()
                .orElseThrow()
                .id();
        plans.book(clara, yesica, mam, "Mam, por teléfono; solo se le dice la hora.", today.plusDays(2), "10:00");
    }

    /** So that the house's list is not of one member: one about a file, one of the house, one for everybody. */
    private void othersTasks(Actor carmen, Actor noe, CaseFileId ixchel, LocalDate today) {
        tasks.make(
                carmen,
                today,
                Optional.of(ixchel),
                Optional.of(carmen.member()),
                today.plusDays(2),
                "Acompañar a la inscripción de la escuela.");
        tasks.make(
                noe,
                today,
                Optional.empty(),
                Optional.of(noe.member()),
                today,
                "Pedir que arreglen la puerta del patio.");
        tasks.make(carmen, today, Optional.empty(), Optional.empty(), today.plusDays(1), "Contar los colchones.");
    }

    private void turning18(Actor clara, CaseFileId ludi, LocalDate today) {
        String born = today.minusYears(YEARS).minusDays(DAYS).toString();
        protection.answer(
                clara, ludi, List.of(Field.BIRTH), new Answers(Map.of(Field.BIRTH, new Answer.Given<>(born))));
        When when = new When(Dated.day(today), Optional.empty());
        clocks.tell(clara, ludi, FactKind.MX_CHILD_HARMED, new LegalClocks.Told(when, ""), Optional.empty());
    }

    private CaseFileId file(Actor owner, List<String> numbers, String name) {
        for (int place = 0; place < numbers.size(); place++) {
            if (Story.SCENES.get(place).name().startsWith(name)) {
                return protection
                        .find(owner, numbers.get(place))
                        .readable()
                        .getFirst()
                        .file()
                        .id();
            }
        }
        throw new IllegalStateException("no scene of " + name);
    }
}
