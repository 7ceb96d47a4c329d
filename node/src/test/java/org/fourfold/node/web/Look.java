package org.fourfold.node.web;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.fourfold.node.frame.Language;

/** One way a page is looked at: a width, a language, a colour scheme. */
public record Look(int widthPixels, Language language, ColorScheme scheme) {

    public static final int PHONE = 320;
    public static final int DESKTOP = 1280;

    /** All that the house rules ask for: both widths, both languages, light and dark. */
    public static List<Look> all() {
        return List.of(
                new Look(PHONE, Language.ES, ColorScheme.LIGHT),
                new Look(DESKTOP, Language.ES, ColorScheme.DARK),
                new Look(PHONE, Language.EN, ColorScheme.DARK),
                new Look(DESKTOP, Language.EN, ColorScheme.LIGHT));
    }

    String suffix() {
        return widthPixels + "-" + language.tag() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    }
}
