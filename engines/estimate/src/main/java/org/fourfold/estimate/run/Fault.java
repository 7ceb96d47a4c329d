package org.fourfold.estimate.run;

import java.util.Locale;

/**
 * What may be wrong with data or with an answer. Each face of the engine has its own enum of them; their words stand in
 * {@code problems_en.properties} and {@code problems_es.properties} beside the enum, under {@link #code()}.
 */
public interface Fault {

    /** The enum's name of it. */
    String name();

    /** Whether no answer may be given, or an answer with a caution. */
    boolean refuses();

    /** The name with hyphens: {@code no-overlap}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
