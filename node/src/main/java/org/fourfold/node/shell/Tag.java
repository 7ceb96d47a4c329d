package org.fourfold.node.shell;

import java.util.Locale;

/** A short word on how a thing stands. Its tone is told by the word too, never by colour alone; a refusal is QUIET. */
public record Tag(Tone tone, Text text) {

    /** How a tag looks. */
    public enum Tone {
        DONE,
        WARN,
        STOP,
        QUIET;

        public String cssClass() {
            return "tag-" + name().toLowerCase(Locale.ROOT);
        }
    }

    public static Tag done(String key) {
        return new Tag(Tone.DONE, Text.of(key));
    }

    public static Tag warn(String key) {
        return new Tag(Tone.WARN, Text.of(key));
    }

    public static Tag stop(String key) {
        return new Tag(Tone.STOP, Text.of(key));
    }

    public static Tag quiet(String key) {
        return new Tag(Tone.QUIET, Text.of(key));
    }
}
