package org.fourfold.node.partnership.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.partnership.PublicPages;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.registry.Places;
import org.fourfold.node.shell.Html;
import org.fourfold.pages.partnership.JtepublicFiguresGenerated;
import org.fourfold.pages.partnership.JtepublicIndexGenerated;
import org.fourfold.pages.partnership.JtepublicMethodPageGenerated;
import org.fourfold.pages.partnership.JtepublicWithdrawnGenerated;

/**
 * A publication as files: pages in both languages that need no script, no server and no network; the table as CSV; and the
 * checksums of all. The same publication gives the same bytes.
 */
public final class StaticPages implements PublicPages {

    static final String SUMS = "SHA256SUMS";

    private static final String STYLE = "/partnership/publication.css";

    private final Messages english;
    private final Messages spanish;
    private final PublicTables tables;

    public StaticPages(Messages english, Messages spanish, Places places) {
        this.english = english;
        this.spanish = spanish;
        this.tables = new PublicTables(places);
    }

    /** What a page shows of a publication, in one language. */
    PublicPage page(Publication publication, Language language) {
        Messages messages = switch (language) {
            case EN -> english;
            case ES -> spanish;
        };
        return new PublicPage(
                messages,
                publication.edition(),
                publication.hash(),
                publication.releasedOn(),
                publication.withdrawal().map(Publication.Withdrawal::on),
                publication.withdrawal().map(Publication.Withdrawal::reason),
                tables.of(publication.edition(), messages));
    }

    @Override
    public SortedMap<String, byte[]> of(Publication publication) {
        PublicPage en = page(publication, Language.EN);
        PublicPage es = page(publication, Language.ES);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("style.css", style());
        if (publication.withdrawal().isPresent()) {
            files.put("index.html", html(output -> JtepublicWithdrawnGenerated.render(output, null, List.of(es, en))));
        } else {
            files.put("index.html", html(output -> JtepublicIndexGenerated.render(output, null, List.of(es, en))));
            files.put("en.html", html(output -> JtepublicFiguresGenerated.render(output, null, en)));
            files.put("es.html", html(output -> JtepublicFiguresGenerated.render(output, null, es)));
            files.put("method-en.html", html(output -> JtepublicMethodPageGenerated.render(output, null, en)));
            files.put("method-es.html", html(output -> JtepublicMethodPageGenerated.render(output, null, es)));
            files.put("figures.csv", PublicCsv.figures(en, es, tables));
            files.put("data-dictionary.csv", PublicCsv.dictionary(english, spanish));
            files.put("README.txt", (readMe(es) + "\n\n" + readMe(en)).getBytes(StandardCharsets.UTF_8));
        }
        files.put(SUMS, sums(files));
        return files;
    }

    private static byte[] html(Html.Page page) {
        StringOutput text = new StringOutput();
        page.write(new OwaspHtmlTemplateOutput(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String readMe(PublicPage page) {
        String text = page.text(
                "partnership.public.readme",
                Map.of(
                        "title", page.title(),
                        "years", page.years(),
                        "organisation", page.edition().organisationName(),
                        "date", page.released(),
                        "edition", page.edition().ordinal(),
                        "hash", page.hash(),
                        "attribution", page.attribution(),
                        "licence",
                                page.edition().licence().title() + ", "
                                        + page.edition().licence().link(),
                        "invented", page.edition().invented() ? "yes" : "no"));
        return text.replaceAll("[\\p{Cc}&&[^\n]]", " ");
    }

    private static byte[] style() {
        try (InputStream stream = StaticPages.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + STYLE);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code sha256sum -c} reads it. */
    private static byte[] sums(SortedMap<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, bytes) ->
                text.append(sha256(bytes)).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
