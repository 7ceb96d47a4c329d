package org.fourfold.node.protection;

/** What became of a conversation that was sent. */
public sealed interface ScreeningWriting {

    /** It is kept. */
    record Written(Screening screening) implements ScreeningWriting {}

    /** It was corrected since this correction was begun: nothing was written, both are there. */
    record Conflict(Screening stored, ScreeningDraft typed) implements ScreeningWriting {}
}
