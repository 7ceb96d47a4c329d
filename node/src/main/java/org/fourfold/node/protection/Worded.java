package org.fourfold.node.protection;

import java.util.Objects;
import org.fourfold.node.frame.Language;

/** The same said in both languages, as data that is shipped carries it. */
public record Worded(String es, String en) {

    public Worded {
        Objects.requireNonNull(es, "es");
        Objects.requireNonNull(en, "en");
    }

    public String in(Language language) {
        return switch (language) {
            case ES -> es;
            case EN -> en;
        };
    }
}
