package org.fourfold.node.web;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;

/** One way a page is looked at: a width, a language, a colour scheme. */
public record Look(int widthPixels, Language language, ColorScheme scheme) {

    public static final int PHONE = 320;
    public static final int DESKTOP = 1280;

    /**
     * Set to {@code each}, every page is looked at in both looks, to {@code all}, in every combination: {@code ./fourfold test
     * -Dtest.options=-Dfourfold.looks=each}. Else each class of tests takes one of the two, always the same.
     */
    private static final String HOW_MANY = "fourfold.looks";

    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final List<Look> EACH_ONCE =
            List.of(new Look(PHONE, Language.ES, ColorScheme.LIGHT), new Look(DESKTOP, Language.EN, ColorScheme.DARK));
    private static final List<Look> CROSSED =
            List.of(new Look(DESKTOP, Language.ES, ColorScheme.LIGHT), new Look(PHONE, Language.EN, ColorScheme.DARK));

    /** What the house rules ask for: both widths, both languages, light and dark; the share of the class that asks. */
    public static List<Look> all() {
        return switch (System.getProperty(HOW_MANY, "")) {
            case "all" -> Stream.concat(EACH_ONCE.stream(), CROSSED.stream()).toList();
            case "each" -> EACH_ONCE;
            default ->
                List.of(EACH_ONCE.get(
                        Math.floorMod(CALLER.getCallerClass().getName().hashCode(), 2)));
        };
    }

    /** A phone, in Spanish, light: for what is not about the look. */
    public static Look plain() {
        return EACH_ONCE.getFirst();
    }

    String suffix() {
        return widthPixels + "-" + language.tag() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    }
}
