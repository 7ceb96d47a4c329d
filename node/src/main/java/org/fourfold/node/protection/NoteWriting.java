package org.fourfold.node.protection;

/** What became of a note that was sent. */
public sealed interface NoteWriting {

    /** It is kept. */
    record Written(Note note) implements NoteWriting {}

    /** Somebody else changed it since the form was opened: nothing was written, both texts are there. */
    record Conflict(Note stored, String typed) implements NoteWriting {
        @Override
        public String toString() {
            return "conflict on " + stored;
        }
    }
}
