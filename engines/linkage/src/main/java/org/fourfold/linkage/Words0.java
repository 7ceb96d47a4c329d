package org.fourfold.linkage;

import java.util.*;

public final class Words0 {
    static final NameForms FORMS = NameForms.load();
    static final boolean SP = Boolean.getBoolean("spanish");

    public static String sound(String w) {
        return SP ? SpanishSound.of(w).iterator().next() : org.fourfold.linkage.records.SoundKey0.of(w);
    }

    public static Set<String> forms(String w) {
        return FORMS.of(SpanishSound.of(w));
    }

    public static String form(String w) {
        Set<String> f = forms(w);
        return sound(f.isEmpty() ? w : f.iterator().next());
    }
}
