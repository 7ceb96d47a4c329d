package org.fourfold.linkage.report;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.NoUnit;
import java.util.Map;
import org.fourfold.linkage.evaluate.Estimate;

/** What the page says in one language, from {@code report_en.properties} and {@code report_es.properties}, and its numbers. */
final class Texts {

    /** A share above this and below 1 would be rounded to all. */
    private static final double NEARLY_ALL = .9995;
    /** A share below this and above 0 has no digits worth reading. */
    private static final double NEARLY_NONE = 1e-6;

    private final Language language;
    private final TextFile texts;
    private final LocalizedNumberFormatter whole;
    private final LocalizedNumberFormatter percent;
    private final LocalizedNumberFormatter oneDigit;
    private final LocalizedNumberFormatter threeDigits;
    private final LocalizedNumberFormatter threeAtMost;
    private final LocalizedNumberFormatter compact;

    private Texts(Language language, TextFile texts) {
        this.language = language;
        this.texts = texts;
        LocalizedNumberFormatter plain = NumberFormatter.withLocale(language.locale());
        whole = plain.precision(Precision.integer());
        percent = plain.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2)).precision(Precision.maxSignificantDigits(3));
        oneDigit = plain.precision(Precision.fixedFraction(1));
        threeDigits = plain.precision(Precision.fixedFraction(3));
        threeAtMost = plain.precision(Precision.maxFraction(3));
        compact = plain.notation(Notation.compactShort());
    }

    static Texts in(Language language) {
        return new Texts(language, read(language));
    }

    static TextFile read(Language language) {
        return TextFile.of(Texts.class, "report", language);
    }

    Language language() {
        return language;
    }

    /** Whether there is such a text. */
    boolean has(String key) {
        return texts.keys().contains(key);
    }

    /** The text of a key that takes no values. */
    String text(String key) {
        return text(key, Map.of());
    }

    /** The text with values put in; values are plain text. */
    String text(String key, Map<String, Object> values) {
        return texts.text(key, values);
    }

    String text(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    String count(long count) {
        return whole.format(count).toString();
    }

    /** A share as a percentage of three digits; what is not all is never rounded to all, what is not nothing never to nothing. */
    String share(double share) {
        if (share > NEARLY_ALL && share < 1) {
            return "> " + percent.format(.999);
        }
        if (share > 0 && share < NEARLY_NONE) {
            return "< " + percent.format(NEARLY_NONE);
        }
        return percent.format(share).toString();
    }

    /** A round number in few letters: 10K. */
    String compact(long count) {
        return compact.format(count).toString();
    }

    /** A round place on an axis, with no more digits than it needs. */
    String edge(double place) {
        return minus(threeAtMost.format(place + 0.0).toString());
    }

    /** A match weight to a tenth of a bit. */
    String bits(double bits) {
        return minus(oneDigit.format(bits + 0.0).toString());
    }

    /** A weight as evidence: a plus or a minus before it. */
    String evidence(double bits) {
        String text = bits(bits);
        return Math.round(bits * 10) > 0 ? "+" + text : text;
    }

    String score(double score) {
        return threeDigits.format(score).toString();
    }

    /** A share with its interval in brackets; without them where nothing is uncertain. */
    String estimate(Estimate estimate) {
        if (estimate.low() == estimate.high()) {
            return share(estimate.share());
        }
        return text(
                "estimate",
                Map.of(
                        "share", share(estimate.share()),
                        "low", share(estimate.low()),
                        "high", share(estimate.high())));
    }

    private static String minus(String text) {
        return "-0.0".equals(text) ? "0.0" : text.replace('-', '\u2212');
    }
}
