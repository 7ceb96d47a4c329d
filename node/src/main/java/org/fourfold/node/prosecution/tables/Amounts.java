package org.fourfold.node.prosecution.tables;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that people wrote: {@code 1,234.50}, {@code 1.234,50}, {@code Q 1 234.50}. Where one sign could part thousands or
 * begin the fraction ({@code 1.234}) the number is refused unless the mapping says which. Lengths of time come as seconds.
 */
final class Amounts {

    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)^(?:US\\$|MXN|GTQ|HNL|USD|EUR|Q\\.?|L\\.?|\\$|€|₡)\\s*|\\s*(?:MXN|GTQ|HNL|USD|EUR|€|%)$");
    private static final Pattern FIGURES =
            Pattern.compile("-?[0-9]{1,3}(?:[ \\u00A0\\u202F'][0-9]{3})+(?:[.,][0-9]+)?|-?[0-9][0-9.,]*");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])");
    private static final int CHARACTERS_MAX = 40;
    private static final int GROUP = 3;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final int SECONDS_OF_MINUTE = 60;

    private Amounts() {}

    static Found parse(String text, Optional<Character> decimal) {
        String bare = CURRENCY.matcher(text.strip()).replaceAll("").strip();
        Matcher clock = CLOCK.matcher(bare);
        if (clock.matches()) {
            return Found.taken(Integer.toString(Integer.parseInt(clock.group(1)) * SECONDS_OF_HOUR
                    + Integer.parseInt(clock.group(2)) * SECONDS_OF_MINUTE
                    + Integer.parseInt(clock.group(3))));
        }
        if (bare.startsWith("(") && bare.endsWith(")")) {
            bare = "-" + bare.substring(1, bare.length() - 1);
        }
        if (bare.length() > CHARACTERS_MAX || !FIGURES.matcher(bare).matches()) {
            return Found.refused("prosecution.table.number-form");
        }
        return parted(bare.replaceAll("[ \\u00A0\\u202F']", ""), decimal);
    }

    private static Found parted(String figures, Optional<Character> decimal) {
        int points = count(figures, '.');
        int commas = count(figures, ',');
        if (points == 0 && commas == 0) {
            return Found.taken(figures);
        }
        if (decimal.isPresent()) {
            return with(figures, decimal.get());
        }
        if (points > 0 && commas > 0) {
            return with(figures, figures.lastIndexOf('.') > figures.lastIndexOf(',') ? '.' : ',');
        }
        char sign = points > 0 ? '.' : ',';
        if (points + commas > 1) {
            return with(figures, sign == '.' ? ',' : '.');
        }
        int behind = figures.length() - figures.indexOf(sign) - 1;
        return behind == GROUP ? Found.refused("prosecution.table.number-ambiguous") : with(figures, sign);
    }

    private static Found with(String figures, char decimal) {
        char group = decimal == '.' ? ',' : '.';
        String pattern = "-?[0-9]{1,3}(?:\\" + group + "[0-9]{3})*(?:\\" + decimal + "[0-9]+)?|-?[0-9]+(?:\\" + decimal
                + "[0-9]+)?";
        if (!figures.matches(pattern)) {
            return Found.refused("prosecution.table.number-form");
        }
        return Found.taken(figures.replace(Character.toString(group), "").replace(decimal, '.'));
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(one -> one == sign).count();
    }
}
