package org.fourfold.linkage.explain;

import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.report.Language;
import org.fourfold.linkage.report.TextFile;
import org.fourfold.linkage.train.Weights;

/** Words and numbers of explanations in one language, from {@code explain_en.properties} and {@code explain_es.properties}. */
final class Wording {

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final int SPANISH_GROUPS_FROM = 10_000;
    private static final double ROUNDED_FROM = 1_000;
    /** A share above this is told in a hundred. */
    private static final double OFTEN = 0.1;

    private static final double NEVER_CERTAIN = .999;

    private final Language language;
    private final TextFile texts;

    private Wording(Language language, TextFile texts) {
        this.language = language;
        this.texts = texts;
    }

    static Wording in(Language language) {
        return new Wording(language, read(language));
    }

    static TextFile read(Language language) {
        return TextFile.of(Wording.class, "explain", language);
    }

    String text(String key, Map<String, Object> values) {
        return texts.text(key, values);
    }

    String text(String key) {
        return text(key, Map.of());
    }

    String text(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    /** What a slot is called; one that only its model knows is called as the model does. */
    String slot(String slot) {
        int dot = slot.indexOf('.');
        String last = dot < 0 ? slot : slot.substring(dot + 1);
        String known = "slot." + last;
        return texts.keys().contains(known) ? text(known) : slot;
    }

    /** The same at the beginning of a sentence. */
    String slotFirst(String slot) {
        return first(slot(slot));
    }

    private static String first(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    String level(Level level) {
        String key = "level." + level.kind().word();
        return text(
                key,
                Map.of(
                        "n",
                        (long) level.amount(),
                        "percent",
                        plain(level.amount() * 100),
                        "slot",
                        level.slot().isEmpty() ? "" : slot(level.slot())));
    }

    /** What a finding is about, as the beginning of a line. */
    String label(Finding finding) {
        return finding instanceof Finding.Together together
                ? first(interaction(together.slot()))
                : slotFirst(finding.slot());
    }

    /** What an interaction is called; one that only its model knows is called as the model does. */
    String interaction(String name) {
        String known = "interaction." + name;
        return texts.keys().contains(known) ? text(known) : name;
    }

    String rule(Rule rule) {
        List<String> groups = new ArrayList<>();
        for (List<Part> group : rule.groups()) {
            String parts = list(group.stream().map(this::part).toList());
            groups.add(group.size() == 1 ? parts : text("rule.any-order", "parts", parts));
        }
        return list(groups);
    }

    private String part(Part part) {
        String key = "part." + part.derivation().kind().name().toLowerCase(Locale.ROOT);
        return text(
                key, Map.of("slot", slot(part.slot()), "n", part.derivation().length()));
    }

    /** A, b and c. */
    String list(List<String> items) {
        return ListFormatter.getInstance(language.locale()).format(items);
    }

    String record(RecordName name) {
        return name.source().isEmpty() ? name.id() : text("record", Map.of("id", name.id(), "source", name.source()));
    }

    /** A count: 14,000 in English; 14 000 with a space that does not break in Spanish, where four digits stand together. */
    String count(long count) {
        boolean spanish = language == Language.ES;
        String digits = Long.toString(count);
        if (spanish && count < SPANISH_GROUPS_FROM) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, spanish ? NO_BREAK_SPACE : ',');
        }
        return grouped.toString();
    }

    /** How many records say it: one in so many, to two digits; or so many in a hundred. */
    String share(double share, Level level) {
        return share(share, level.kind() == Level.Kind.SOUND ? "sound" : "value");
    }

    /** Of all values that are said, where records say several, this one. */
    String shareOfValues(double share) {
        return share(share, "each");
    }

    private String share(double share, String of) {
        if (share > OFTEN) {
            return text("share.often-" + of, "n", Math.round(share * 100));
        }
        double one = 1 / share;
        double unit = one < ROUNDED_FROM ? 1 : Math.pow(10, Math.floor(Math.log10(one)) - 1);
        return text("share.one-" + of, "n", count(Math.round(one / unit) * (long) unit));
    }

    /** A weight in bits to a tenth, a plus or a minus before it. */
    String bits(int parts) {
        long tenths = Math.round(parts * 10.0 / Weights.PARTS);
        String sign = tenths > 0 ? "+" : tenths < 0 ? String.valueOf(MINUS) : "";
        return sign + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /** What is not certain is never rounded to it. */
    String probability(double probability) {
        if (probability > NEVER_CERTAIN && probability < 1) {
            return "> 99.9" + percent();
        }
        if (probability < 1 - NEVER_CERTAIN && probability > 0) {
            return "< 0.1" + percent();
        }
        return plain(Math.round(probability * 1000) / 10.0) + percent();
    }

    private String percent() {
        return language == Language.ES ? NO_BREAK_SPACE + "%" : "%";
    }

    private static String plain(double amount) {
        long tenths = Math.round(amount * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths) % 10;
    }
}
