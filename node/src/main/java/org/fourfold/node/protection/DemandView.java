package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/**
 * A demand as its reader sees it.
 *
 * @param file empty while it is tied to none
 * @param lawyers the file's
 * @param asLawyer whether the reader is one of them and acts as such
 * @param mayName whether the reader may name one
 * @param mayClose whether the reader may answer a demand that is tied to no file, and forget it
 * @param today the organisation's day on which it was read
 */
public record DemandView(
        LegalDemand demand,
        Optional<CaseFile> file,
        List<MemberId> lawyers,
        boolean asLawyer,
        boolean mayName,
        boolean mayClose,
        LocalDate today) {

    public DemandView {
        lawyers = List.copyOf(lawyers);
    }
}
