package org.fourfold.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.report.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ExplanationFilesTest {

    private final Records records = Tiny.records(Tiny.rows());
    private final Explainer explainer = Tiny.explainer(records, Tiny.manner(Masking.NONE, List.of()));

    @Test
    void aPairIsOneLineOfJson() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonLines.write(Tiny.pair(explainer, records, "r1", "r2"), out);
        String first = records.idOf(Math.min(Tiny.number(records, "r1"), Tiny.number(records, "r2")));
        String a = "{\"source\":\"casa\",\"id\":\"r1\"}";
        String b = "{\"source\":\"norte\",\"id\":\"r2\"}";
        boolean inOrder = first.equals("r1");
        String line = out.toString();
        assertThat(line)
                .startsWith("{\"model\":\"tiny\",\"version\":\"1\",\"a\":" + (inOrder ? a : b) + ",\"b\":"
                        + (inOrder ? b : a)
                        + ",\"weight\":-2,\"evidence\":8,\"prior\":-10,\"findings\":[{\"slot\":\"name.given1\","
                        + "\"said\":true,\"level\":1,\"holds\":\"same\",\"a\":\"zoila\",\"b\":\"zoila\",\"bits\":2,"
                        + "\"rarity\":1,\"share\":0.125},{\"slot\":\"born\",\"said\":true,\"level\":1,"
                        + "\"holds\":\"same\",\"a\":\"1990-05-01\",\"b\":\"1990-05-01\",\"bits\":5,\"rarity\":0},"
                        + "{\"slot\":\"phone\",\"said\":false,\"a\":\"")
                .endsWith("\"rules\":[\"name.given1~sound + born~whole\"],\"judgements\":[]}\n");
        assertThat(line.chars().filter(c -> c == '\n')).hasSize(1);
    }

    @Test
    void jsonEscapesWhatItMust() {
        Json json = new Json();
        json.quote("a\"b\\c\n\u0001\u2028é");
        assertThat(json.done()).isEqualTo("\"a\\\"b\\\\c\\u000a\\u0001\\u2028é\"");
        assertThat(Json.exact(1)).isEqualTo("0.0009765625");
        assertThat(Json.exact(-10_240)).isEqualTo("-10");
        assertThat(Json.exact(0)).isEqualTo("0");
    }

    @Test
    void thePairTableHoldsLevelsAndNoValues() throws IOException {
        StringBuilder out = new StringBuilder();
        PairTable table = new PairTable(Tiny.MODEL, out);
        PairExplanation pair = Tiny.pair(explainer, records, "r1", "r3");
        table.add(pair);
        assertThat(out)
                .hasToString("source_a,id_a,source_b,id_b,weight,probability,name.given1,born,phone\r\n"
                        + pair.a().source() + "," + pair.a().id() + ","
                        + pair.b().source() + "," + pair.b().id() + ",0,,sound,year,same\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void thePictureIsWholeNamedAndHasItsTable(Language language) throws Exception {
        String fragment = WaterfallChart.selfContained(Tiny.pair(explainer, records, "r3", "r16"), language);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + fragment + "</div>")));
        // The prior, three findings and the sum.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("tr").getLength()).isEqualTo(1 + 4);
        assertThat(document.getElementsByTagName("svg")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("aria-label")
                        .getTextContent())
                .contains("\u221216.0");
        assertThat(fragment).doesNotContain("http:", "https:", "url(", "style=\"", "<script");
        assertThat(WaterfallChart.look()).contains("prefers-color-scheme: dark");
        Path folder = Files.createDirectories(Path.of("target", "explain"));
        Files.writeString(
                folder.resolve("waterfall_" + language.tag() + ".html"),
                "<!DOCTYPE html><meta charset=utf-8>"
                        + WaterfallChart.selfContained(Tiny.pair(explainer, records, "r1", "r3"), language)
                        + fragment);
    }

    @Test
    void valuesInThePictureAreOnlyText() {
        PairExplanation pair = Tiny.pair(
                Tiny.explainer(records, Tiny.manner((record, kind, slot, value) -> "<script>\"'&", List.of())),
                records,
                "r1",
                "r2");
        assertThat(WaterfallChart.figure(pair, Language.EN))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }
}
