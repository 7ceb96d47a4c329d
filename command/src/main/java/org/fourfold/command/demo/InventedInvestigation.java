package org.fourfold.command.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;

/**
 * An investigation that never was. Its title names no victim.
 *
 * @param opener the sign-in name of whoever opened it
 * @param others who works on it beside them
 * @param docket by day, no two of one day
 * @param closed why it was closed, empty while it is open
 */
record InventedInvestigation(
        String title, LocalDate openedOn, String opener, List<String> others, List<Entry> docket, String closed) {

    InventedInvestigation {
        others = List.copyOf(others);
        docket = docket.stream().sorted(Comparator.comparing(Entry::day)).toList();
    }

    /** What is entered. */
    sealed interface Entry {

        LocalDate day();

        record Mandate(LocalDate day, Optional<LocalDate> until, String instrument) implements Entry {}

        record Hearing(LocalDate day, HearingKind kind, String court) implements Entry {}

        /**
         * A hearing put off.
         *
         * @param hearing the day of the hearing, by which it is found
         */
        record Continuance(
                LocalDate hearing,
                LocalDate day,
                AskedBy askedBy,
                String reason,
                Ruling ruling,
                Optional<LocalDate> until)
                implements Entry {}

        record Obstruction(LocalDate day, ObstructionKind kind, String deed, String evidence) implements Entry {}
    }
}
