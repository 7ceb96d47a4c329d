package org.fourfold.node.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fourfold.node.registry.Attribution;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureSeries.Counted;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.PlaceCode;

/**
 * Everything that one edition of a series tells the public, and nothing else. Two persons sign its {@link #hash}.
 *
 * @param organisationName who publishes
 * @param invented whether all of it is invented, as in a demonstration
 * @param series the code of the series, never shown
 * @param ordinal the first edition is 1
 * @param source who made the records that were counted
 * @param attribution whom the source asks to be named; empty for the organisation's own records
 * @param asOf the day the source's newest state is of
 * @param cells in their order; what is not here is fewer than ten
 */
public record Edition(
        String organisationName,
        boolean invented,
        String series,
        int ordinal,
        Counted counted,
        String source,
        Optional<Attribution> attribution,
        FigureShape shape,
        int firstYear,
        int lastYear,
        LocalDate asOf,
        PublicLicence licence,
        String contact,
        List<PublishedCell> cells) {

    private static final String FORMAT = "fourfold publication 1";

    public Edition {
        Objects.requireNonNull(shape, "shape");
        cells = List.copyOf(cells);
    }

    /** SHA-256 of the canonical text, in lower-case hexadecimal. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One fact or cell a line, parts parted by tabs; tabs, line ends and backslashes within a part are escaped. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT);
        line(text, "organisation", organisationName, invented ? "invented" : "real");
        line(text, "series", series, Integer.toString(ordinal), counted.name(), source);
        attribution.ifPresent(named -> line(text, "attribution", named.publisher(), named.terms(), named.link()));
        line(text, "shape", shape.places().name(), shape.byKind() ? "by-kind" : "all-kinds");
        line(text, "years", Integer.toString(firstYear), Integer.toString(lastYear), asOf.toString());
        line(text, "licence", licence.name(), contact);
        for (PublishedCell published : cells) {
            FigureCell cell = published.cell();
            line(
                    text,
                    "cell",
                    Integer.toString(cell.year()),
                    cell.place().map(PlaceCode::text).orElse(""),
                    cell.kind(),
                    Long.toString(cell.count()),
                    published.asBefore() ? "as-before" : "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t")
                    .append(parts[i].replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        text.append('\n');
    }
}
