package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.CaseFileId;

/**
 * A demand in a list: only what stands in clear.
 *
 * @param number of the file; empty while it is tied to none
 * @param whole whether the reader may open it; else state and the rest say nothing
 * @param told whether the person was told
 * @param silentUntil the last day on which a court forbids telling
 * @param mine whether the file is the reader's own
 * @param asLawyer whether the reader is the file's lawyer
 * @param lawyerNamed whether the file has a lawyer, as far as the reader may know
 */
public record DemandLine(
        DemandId id,
        Optional<CaseFileId> file,
        Optional<FileNumber> number,
        LocalDate received,
        Optional<LocalDate> due,
        boolean whole,
        LegalDemand.State state,
        boolean told,
        Optional<LocalDate> silentUntil,
        boolean mine,
        boolean asLawyer,
        boolean lawyerNamed) {

    public boolean isOverdue(LocalDate today) {
        return due.filter(today::isAfter).isPresent() && !state.isOver();
    }

    /** Whether the person has still to be told, and may be. */
    public boolean waitsForTelling(LocalDate today) {
        return file.isPresent()
                && !told
                && silentUntil.filter(until -> !today.isAfter(until)).isEmpty();
    }
}
