package org.fourfold.node.prosecution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/**
 * An investigation, who works on it and what happened to it.
 *
 * @param members those who work on it first, then those who did
 * @param docket by day, at most {@link #ENTRIES_MAX}; struck entries stand where they stood
 */
public record InvestigationView(Investigation investigation, List<Work> members, List<DocketEntry> docket) {

    /** Entries of one docket; La Línea, a case of forty-seven accused, had some hundreds. */
    public static final int ENTRIES_MAX = 2_000;

    public InvestigationView {
        members = List.copyOf(members);
        docket = List.copyOf(docket);
    }

    /** Who works on it, since when and, if that is over, until when. */
    public record Work(MemberId member, Instant since, Optional<Instant> until) {}

    /** Continuances that stand, of one hearing. */
    public List<DocketEntry.Continuance> continuances(EntryId hearing) {
        return docket.stream()
                .filter(DocketEntry.Continuance.class::isInstance)
                .map(DocketEntry.Continuance.class::cast)
                .filter(one -> one.hearing().equals(hearing))
                .toList();
    }
}
