package org.fourfold.command.estimate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * An estimate as one HTML page that needs nothing else: what was asked, the numbers, what speaks against them, how it was made and
 * by which command line anybody makes it again.
 */
public final class ReportPage {

    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:52rem;margin:2.5rem auto;padding:0 1rem}
            h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}.scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.35rem .8rem .35rem 0;text-align:left;border-bottom:1px solid #8886}
            .n{text-align:right}.cautions{border-left:4px solid #b26a00;padding:.2rem 1rem .2rem 2rem}.made{font-size:.9rem;overflow-wrap:anywhere}
            code{font:.9rem ui-monospace,monospace}@media print{body{margin:0}}
            """;

    private ReportPage() {}

    /**
     * Writes the page.
     *
     * @param line the command line that made it, without paths
     */
    public static void write(Document document, Words words, String line, Writer out) throws IOException {
        out.write("<!doctype html>\n<html lang=\"" + words.locale().getLanguage()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        out.write(escaped(document.title()) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>");
        out.write(escaped(document.title()) + "</h1>\n");
        for (Document.Part part : document.parts()) {
            write(part, words, line, out);
        }
        out.write("</body>\n</html>\n");
    }

    private static void write(Document.Part part, Words words, String line, Writer out) throws IOException {
        switch (part) {
            case Document.Sentence(String text) -> out.write("<p>" + escaped(text.strip()) + "</p>\n");
            case Document.Heading(String text) -> out.write("<h2>" + escaped(text) + "</h2>\n");
            case Document.Grid grid -> table(grid, out);
            case Document.Cautions(List<String> said) -> {
                if (!said.isEmpty()) {
                    out.write("<h2>" + escaped(words.text("report.cautions")) + "</h2>\n<ul class=\"cautions\">\n");
                    for (String each : said) {
                        out.write("<li>" + escaped(each) + "</li>\n");
                    }
                    out.write("</ul>\n");
                }
            }
            case Document.Again(String text) -> {
                out.write("<h2>" + escaped(words.text("report.made")) + "</h2>\n<p class=\"made\">" + escaped(text));
                out.write("</p>\n<p class=\"made\"><code>" + escaped(line) + "</code></p>\n");
            }
        }
    }

    private static void table(Document.Grid grid, Writer out) throws IOException {
        out.write("<div class=\"scroll\"><table>\n");
        for (int r = 0; r < grid.rows().size(); r++) {
            out.write(r == 0 ? "<thead><tr>" : "<tr>");
            for (int c = 0; c < grid.kinds().size(); c++) {
                String head = r == 0 ? "th scope=\"col\"" : c == 0 ? "th scope=\"row\"" : "td";
                String kind = grid.kinds().get(c) == Document.Kind.NUMBER ? " class=\"n\"" : "";
                out.write("<" + head + kind + ">" + escaped(grid.rows().get(r).get(c)) + "</" + head.substring(0, 2)
                        + ">");
            }
            out.write(r == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
        }
        out.write("</tbody>\n</table></div>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
