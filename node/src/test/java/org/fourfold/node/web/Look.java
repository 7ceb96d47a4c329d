package org.fourfold.node.web;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;

/** One way a page is looked at: a width, a language, a colour scheme. */
public record Look(int widthPixels, Language language, ColorScheme scheme) {

    public static final int PHONE = 320;
    public static final int DESKTOP = 1280;

    /** Set to {@code all}, every page is looked at in every combination; that takes twice as long. */
    private static final String HOW_MANY = "fourfold.looks";

    private static final List<Look> EACH_ONCE =
            List.of(new Look(PHONE, Language.ES, ColorScheme.LIGHT), new Look(DESKTOP, Language.EN, ColorScheme.DARK));
    private static final List<Look> CROSSED =
            List.of(new Look(DESKTOP, Language.ES, ColorScheme.LIGHT), new Look(PHONE, Language.EN, ColorScheme.DARK));

    /** What the house rules ask for: both widths, both languages, light and dark. */
    public static List<Look> all() {
        return "all".equals(System.getProperty(HOW_MANY))
                ? Stream.concat(EACH_ONCE.stream(), CROSSED.stream()).toList()
                : EACH_ONCE;
    }

    /** Whether pages are held to every rule in it; what depends on no look is the same in the others. */
    boolean isFirst() {
        return "all".equals(System.getProperty(HOW_MANY)) || equals(EACH_ONCE.getFirst());
    }

    String suffix() {
        return widthPixels + "-" + language.tag() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    }
}
