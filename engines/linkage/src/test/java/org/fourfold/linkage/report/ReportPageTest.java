package org.fourfold.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.fourfold.linkage.evaluate.CalibrationRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {

    private static final String HOSTILE =
            "</style><script>alert('x')</script>\"' onload=x {name} & \u202e \u0000\ud800 ";

    @Test
    void bothLanguagesSayTheSameThings() {
        var english = Texts.read(Language.EN);
        var spanish = Texts.read(Language.ES);
        assertThat(spanish.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(places(spanish.pattern(key))).as(key).isEqualTo(places(english.pattern(key)));
            assertThat(spanish.pattern(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullReportIsAWholePage(Language language) throws IOException {
        String page = Reports.page(Reports.full(), language);
        Document document = parsed(page);

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
        assertThat(elements(document, "h1")).hasSize(1);
        assertThat(page.substring(page.indexOf("<body"))).doesNotContain("{", "null", "Optional");
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsNamedAndHasItsTable(Language language) throws IOException {
        Document document = parsed(Reports.page(Reports.full(), language));
        List<Element> pictures = elements(document, "svg");
        assertThat(pictures).hasSize(2 + 4 + 1 + 2 + 1);
        for (Element picture : pictures) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(picture.getAttribute("aria-label")).isNotBlank();
            Element figure = (Element) picture.getParentNode();
            assertThat(figure.getTagName()).isEqualTo("figure");
            assertThat(figure.getElementsByTagName("figcaption").getLength()).isEqualTo(1);
            assertThat(figure.getElementsByTagName("td").getLength()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFetchedAndNothingRuns(Language language) throws IOException {
        String page = Reports.page(Reports.full(), language);
        assertThat(page).doesNotContain("http:", "https:", "url(", "@import", "src=", "href=");
        assertThat(elements(parsed(page), "*"))
                .extracting(Element::getTagName)
                .doesNotContain("script", "link", "img", "iframe", "object", "form");
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatMeansIllIsOnlyText(Language language) throws IOException {
        Document hostile = parsed(Reports.page(Reports.named(HOSTILE), language));
        Document harmless = parsed(Reports.page(Reports.named("x"), language));
        assertThat(tagsWithoutLines(hostile)).isEqualTo(tagsWithoutLines(harmless));
        String shown = HOSTILE.replace('\u0000', '\uFFFD').replace('\ud800', '\uFFFD');
        assertThat(elements(hostile, "bdi").getFirst().getTextContent()).isEqualTo(shown);
        assertThat(elements(hostile, "li").getLast().getTextContent()).isEqualTo(shown);
    }

    @Test
    void withoutACalibrationThePageSaysSoAndShowsNoProbability() throws IOException {
        String page = Reports.page(Reports.empty(), Language.EN);
        assertThat(page).contains("There is no calibration record for this model, so no probability is published.");
        assertThat(elements(parsed(page), "svg")).isEmpty();

        String refused = Reports.page(
                Reports.with(
                        new QualityReport.CalibrationState.TooFewLabels(
                                new CalibrationRefused(CalibrationRefused.Reason.TOO_FEW_SAME, 12, 30)),
                        List.of()),
                Language.ES);
        assertThat(refused)
                .contains(
                        "no se publica ninguna probabilidad. Se valoraron 12 pares como una entidad; hacen falta 30.");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonBasisAndWarningHasItsWords(Language language) {
        for (CalibrationRefused.Reason reason : CalibrationRefused.Reason.values()) {
            for (int found : new int[] {0, 1, 29}) {
                var refused =
                        new QualityReport.CalibrationState.TooFewLabels(new CalibrationRefused(reason, found, 30));
                assertThat(Reports.page(Reports.with(refused, List.of()), language))
                        .containsPattern("\\. [^<]*\\b" + (found == 29 ? "29" : "") + "\\b[^<]*30[^<]*</p>");
            }
        }
        for (QualityReport.BlockingLoss.Basis basis : QualityReport.BlockingLoss.Basis.values()) {
            assertThat(Texts.in(language).text("loss.basis." + basis)).isNotBlank();
        }
        assertThat(Reports.page(Reports.full(), language)).contains("30,211");
    }

    @Test
    void whereNothingWasLinkedItIsTheFirstThingSaid() {
        String page = Reports.page(Reports.empty(), Language.EN);
        assertThat(page).contains("Nothing was linked.").contains("No true pairs were found: nothing was linked.");
        assertThat(page.indexOf("No true pairs were found")).isLessThan(page.indexOf("<dl"));
        assertThat(Reports.page(Reports.empty(), Language.ES))
                .contains("No se hallaron pares verdaderos: no se unió nada.");
    }

    @Test
    void thePlaceWhereItIsWrittenDoesNotCount() {
        Locale before = Locale.getDefault();
        try {
            String here = Reports.page(Reports.full(), Language.EN);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Reports.page(Reports.full(), Language.EN)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aHugeReportGivesAPageOfBoundedLength() {
        List<QualityReport.Source> sources = IntStream.range(0, 20_000)
                .mapToObj(i -> new QualityReport.Source("source " + i, 1))
                .toList();
        List<QualityReport.Rule> rules = IntStream.range(0, 20_000)
                .mapToObj(i -> Reports.rule("rule " + i, 5, 1))
                .toList();
        List<Warning> warnings = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(i -> warnings.add(new Warning.EmptyColumn("column " + i)));
        QualityReport small = Reports.empty();
        QualityReport huge = new QualityReport(
                small.model(),
                sources,
                1,
                1,
                rules,
                List.of(),
                List.of(),
                small.calibration(),
                Optional.empty(),
                small.evaluation(),
                List.of(),
                List.of(),
                warnings);
        String page = Reports.page(huge, Language.EN);
        assertThat(page.length()).isLessThan(100_000);
        assertThat(page).contains("19,900 more rows are not shown.");
    }

    @Test
    void numbersReadAsInTheLanguage() {
        Texts english = Texts.in(Language.EN);
        Texts spanish = Texts.in(Language.ES);
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(spanish.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(spanish.count(1_234)).isEqualTo("1,234");
        assertThat(english.share(.8312)).isEqualTo("83.1%");
        assertThat(spanish.share(.8312)).isEqualTo("83.1%");
        assertThat(english.share(.000042)).isEqualTo("0.0042%");
        assertThat(english.evidence(7.249)).isEqualTo("+7.2");
        assertThat(english.evidence(-3.08)).isEqualTo("\u22123.1");
        assertThat(english.evidence(-.04)).isEqualTo("0.0");
    }

    @Test
    void whatIsNotAllIsNeverRoundedToAll() {
        Texts english = Texts.in(Language.EN);
        assertThat(english.share(1)).isEqualTo("100%");
        assertThat(english.share(.99996)).isEqualTo("> 99.9%");
        assertThat(english.share(.99951)).isEqualTo("> 99.9%");
        assertThat(english.share(.9994)).isEqualTo("99.9%");
        assertThat(english.share(0)).isEqualTo("0%");
        assertThat(english.share(1e-9)).isEqualTo("< 0.0001%");
    }

    @Test
    void binsThatCannotBeDrawnAreRefused() {
        assertThatThrownBy(() -> new QualityReport.WeightBin(3, 3, 1)).hasMessageContaining("width");
        assertThatThrownBy(() -> new QualityReport.Level("x", .5, 2, 0)).hasMessageContaining("shares");
        assertThatThrownBy(() -> new QualityReport.Yield(1, 1, 2, 0, 0)).hasMessageContaining("a part is not more");
        assertThatThrownBy(() -> new QualityReport.ClusterSize(0, 2)).hasMessageContaining("one at least");
    }

    /** The pages as files, for whoever wants to look at them. */
    @ParameterizedTest
    @EnumSource
    void thePagesCanBeLookedAt(Language language) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "report"));
        Path full = folder.resolve("full_" + language.tag() + ".html");
        Files.writeString(full, Reports.page(Reports.full(), language));
        Files.writeString(folder.resolve("empty_" + language.tag() + ".html"), Reports.page(Reports.empty(), language));
        assertThat(full).isNotEmptyFile();
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\w+)[,}]").matcher(pattern).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    private static Document parsed(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("the page is not well formed: " + e.getMessage(), e);
        }
    }

    /** A long name takes more lines in a picture than a short one. */
    private static List<String> tagsWithoutLines(Document document) {
        return elements(document, "*").stream()
                .map(Element::getTagName)
                .filter(tag -> !tag.equals("text"))
                .toList();
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }
}
