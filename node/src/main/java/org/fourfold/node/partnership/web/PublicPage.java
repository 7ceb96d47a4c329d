package org.fourfold.node.partnership.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.partnership.Edition;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.partnership.PublishedCell;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureSeries;

/**
 * What a public page shows, in one language. The node's preview shows the same.
 *
 * @param releasedOn empty for a draft
 * @param withdrawnOn when it was taken back, if it was
 */
public record PublicPage(
        Messages messages,
        Edition edition,
        String hash,
        Optional<LocalDate> releasedOn,
        Optional<LocalDate> withdrawnOn,
        Optional<Publication.Reason> reason,
        List<PublicTable> tables) {

    public PublicPage {
        tables = List.copyOf(tables);
    }

    public Language language() {
        return messages.language();
    }

    public Language otherLanguage() {
        return switch (language()) {
            case ES -> Language.EN;
            case EN -> Language.ES;
        };
    }

    public String text(String key) {
        return messages.text(key);
    }

    public String text(String key, Map<String, ?> values) {
        return messages.text(key, values);
    }

    /** What the page is about: {@code Recorded incidents by year, place and kind}. */
    public String title() {
        return text("partnership.public.title", Map.of("what", counted(), "kinds", byKind() ? "yes" : "no"));
    }

    /** What is counted, as a key's last part. */
    public String counted() {
        return edition.counted() == FigureSeries.Counted.INCIDENTS ? "incidents" : "counts";
    }

    /** The years covered: {@code 2019 to 2024}, or one. */
    public String years() {
        return edition.firstYear() == edition.lastYear()
                ? Integer.toString(edition.firstYear())
                : text(
                        "partnership.public.years",
                        Map.of(
                                "from",
                                Integer.toString(edition.firstYear()),
                                "to",
                                Integer.toString(edition.lastYear())));
    }

    public String asOf() {
        return date(edition.asOf());
    }

    public String released() {
        return releasedOn.map(this::date).orElse("");
    }

    public String withdrawn() {
        return withdrawnOn.map(this::date).orElse("");
    }

    /** Why it was taken back, in a sentence. */
    public String why() {
        return reason.map(one -> text("partnership.reason." + one.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /** Who is to be named. */
    public String attribution() {
        return edition.attribution()
                .map(named -> text(
                        "partnership.public.attribution",
                        Map.of("publisher", named.publisher(), "terms", named.terms(), "link", named.link())))
                .orElseGet(() ->
                        text("partnership.public.attribution-own", Map.of("organisation", edition.organisationName())));
    }

    /** The words for a total that is not shown. */
    public String fewer() {
        return text("partnership.public.fewer", Map.of("least", FigureCell.LEAST));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language().locale())
                .format(day);
    }

    /** Whether each kind has a table of its own. */
    public boolean byKind() {
        return edition.shape().byKind();
    }

    public String number(PublishedCell published) {
        return NumberFormat.getIntegerInstance(language().locale())
                .format(published.cell().count());
    }
}
