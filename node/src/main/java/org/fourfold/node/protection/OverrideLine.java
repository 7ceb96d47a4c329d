package org.fourfold.node.protection;

import org.fourfold.node.frame.CaseFileId;

/** An override that waits for the reader: only what stands in clear. */
public record OverrideLine(CaseFileId file, FileNumber number, Task task) {

    /** What for. */
    public enum Task {
        /** Somebody else asked, and a second person must say. */
        ANSWER,
        /** What the reader asked for was approved. */
        HAND_OVER,
        /** The person has to be told. */
        TELL
    }
}
