package org.fourfold.node.prosecution;

import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;

/** What is to be entered into a docket. */
public sealed interface NewEntry {

    LocalDate day();

    record Mandate(LocalDate day, Optional<LocalDate> until, String instrument) implements NewEntry {}

    record Hearing(LocalDate day, HearingKind kind, String court) implements NewEntry {}

    record Continuance(
            EntryId hearing, LocalDate day, AskedBy askedBy, String reason, Ruling ruling, Optional<LocalDate> until)
            implements NewEntry {}

    record Obstruction(LocalDate day, ObstructionKind kind, String deed, String evidence) implements NewEntry {}
}
