package org.fourfold.node.protection.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.Screening.Setting;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.Shape;

/** How a conversation is held, between a form and what is kept. */
final class ScreeningForm {

    static final Shape TOLD = new Shape("told", Field.Kind.DATED, List.of());

    private ScreeningForm() {}

    /** What stands in the form: what is kept, else that it is told today. */
    static ScreeningBeginPage.Typed typed(Optional<Setting> kept, LocalDate today) {
        String told = kept.map(Setting::toldOn).map(DatedText::write).orElseGet(today::toString);
        Optional<Screening.Interpreting> by = kept.flatMap(Setting::interpreting);
        return new ScreeningBeginPage.Typed(
                DatedText.parts(told),
                kept.map(Setting::asker).orElse(""),
                kept.map(Setting::room).orElse(Set.of()).stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                kept.isEmpty() ? "" : by.isPresent() ? "yes" : "no",
                by.map(Screening.Interpreting::language).orElse("es"),
                by.map(one -> one.role().name()).orElse(""));
    }

    /** Throws ProblemException with every fault. */
    static Setting setting(ScreeningBeginPage.Typed typed, ScreeningInstrument instrument) {
        Problems faults = new Problems();
        Optional<Dated> told = date(typed.told(), TOLD.formName(), faults);
        Optional<Screening.InterpreterRole> role = ConsentWords.one(Screening.InterpreterRole.class, typed.role());
        boolean interpreted = typed.interpreter().equals("yes");
        if (!interpreted && !typed.interpreter().equals("no")) {
            faults.add(Problem.inField("protection.conversation-interpreter", "interpreter"));
        }
        if (interpreted && role.isEmpty()) {
            faults.add(Problem.inField("protection.conversation-role", "role"));
        }
        if (interpreted && !Field.LANGUAGES.options().contains(typed.language())) {
            faults.add(Problem.inField("protection.conversation-interpreter", "language"));
        }
        Set<Screening.Present> room = EnumSet.noneOf(Screening.Present.class);
        Arrays.stream(Screening.Present.values())
                .filter(one -> typed.room().contains(one.name()))
                .forEach(room::add);
        if (room.isEmpty()) {
            faults.add(Problem.inField("protection.conversation-room", "room"));
        }
        faults.throwIfAny();
        return new Setting(
                told.orElseThrow(),
                typed.asker().strip(),
                role.filter(one -> interpreted).map(one -> new Screening.Interpreting(typed.language(), one)),
                room,
                instrument.id(),
                instrument.version());
    }

    /** A date that has to be there; its fault is put to the others. */
    static Optional<Dated> date(List<String> sent, String field, Problems faults) {
        try {
            Optional<Dated> date = DatedText.typed(sent, field);
            if (date.isEmpty()) {
                faults.add(Problem.inField("protection.date-missing", field));
            }
            return date;
        } catch (ProblemException fault) {
            faults.addAll(fault.problems());
            return Optional.empty();
        }
    }
}
