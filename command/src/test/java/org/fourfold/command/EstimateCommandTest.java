package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code fourfold estimate}: the engine's answers, for persons and for programs. Every table here is invented. */
class EstimateCommandTest {

    /** Three lists of invented persons. */
    private static final String LISTS = """
            shelter,police,ngo,count
            1,0,0,60
            0,1,0,52
            0,0,1,47
            1,1,0,14
            1,0,1,12
            0,1,1,11
            1,1,1,5
            """;

    private final JsonMapper mapper = JsonMapper.builder().build();

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonNode[] objects(Said said) {
        assertThat(said.code()).as(said.all()).isZero();
        return said.answer().lines().map(mapper::readTree).toArray(JsonNode[]::new);
    }

    @Test
    void everyMethodSaysItsNumberAndNoneIsAlone() throws IOException {
        Said said = Said.wide("estimate", "prevalence", file("lists.csv", LISTS).toString(), "--replicates", "100");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer())
                .contains("201 persons stand on 3 lists")
                .contains("independent lists", "pairs, step by step", "best by BIC")
                .contains("never one number")
                .contains("seed 1");
    }

    @Test
    void aProgramGetsAnObjectForEachMethod() throws IOException {
        JsonNode[] said = objects(Said.wide(
                "estimate", "prevalence", file("lists.csv", LISTS).toString(), "--replicates", "100", "--json"));
        assertThat(said).hasSize(6);
        for (JsonNode each : said) {
            assertThat(each.get("estimate").doubleValue()).isBetween(300.0, 800.0);
            assertThat(each.get("lower").doubleValue())
                    .isLessThan(each.get("estimate").doubleValue());
            assertThat(each.get("upper").doubleValue())
                    .isGreaterThan(each.get("estimate").doubleValue());
            assertThat(each.get("seed").longValue()).isEqualTo(1);
            assertThat(each.get("criteria").isNull()
                            || each.get("criteria").get("bic").isNumber())
                    .isTrue();
            assertThat(each.get("warnings").isArray()).isTrue();
            assertThat(each.get("model").isString()).isTrue();
        }
    }

    @Test
    void theSameSeedGivesTheSameAnswerWhateverTheThreads() throws IOException {
        String table = file("lists.csv", LISTS).toString();
        String one = Said.wide("estimate", "prevalence", table, "--replicates", "100", "--threads", "1", "--json")
                .answer();
        assertThat(Said.wide("estimate", "prevalence", table, "--replicates", "100", "--threads", "3", "--json")
                        .answer())
                .isEqualTo(one);
        assertThat(Said.wide("estimate", "prevalence", table, "--replicates", "100", "--seed", "2", "--json")
                        .answer())
                .isNotEqualTo(one);
    }

    @Test
    void whatHasNoAnswerIsRefusedInTheReadersLanguage() throws IOException {
        Path apart = file("apart.csv", "albergue,policia,conteo\n1,0,8\n0,1,9\n");
        Said said = Said.to(Language.ES, "estimate", "prevalence", apart.toString());
        assertThat(said.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all()).contains("Ninguna persona está en dos listas");
    }

    @Test
    void aCellThatIsNoHistoryIsNamedByItsRow() throws IOException {
        Said said = Said.wide(
                "estimate",
                "prevalence",
                file("bad.csv", "a,b,count\n1,0,3\n1,x,3\n").toString());
        assertThat(said.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all()).contains("bad.csv, row 2", "neither 0 nor 1").doesNotContain("\"x\"");
    }

    /** Counts halve at the date: one source shows a change and no effect. */
    @Test
    void oneSourceShowsAChangeAndNoEffect() throws IOException {
        StringBuilder rows = new StringBuilder("year,month,count\n");
        for (int t = 0; t < 60; t++) {
            rows.append(2015 + t / 12).append(',').append(1 + t % 12).append(',');
            rows.append((t < 36 ? 100 : 50) + (t * 7) % 11).append('\n');
        }
        Path series = file("tracker.csv", rows.toString());
        Said said = Said.wide("estimate", "policy", series.toString(), "--date", "2018-01-01");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer())
                .contains("A change is seen at the policy", "36 periods before, 24 from the policy on");
        JsonNode json =
                objects(Said.wide("estimate", "policy", series.toString(), "--date", "2018-01-01", "--json"))[0];
        assertThat(json.get("estimate").doubleValue()).isBetween(0.45, 0.65);
        assertThat(json.get("verdict").stringValue()).isEqualTo("change-seen");
    }

    @Test
    void aPolicyOutsideItsSeriesIsRefused() throws IOException {
        StringBuilder rows = new StringBuilder("month,count\n");
        for (int t = 0; t < 24; t++) {
            rows.append(String.format("%d-%02d,%d%n", 2015 + t / 12, 1 + t % 12, 10 + t % 3));
        }
        Path series = file("tracker.csv", rows.toString());
        Said outside = Said.wide("estimate", "policy", series.toString(), "--date", "2022-01-01");
        assertThat(outside.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(outside.all()).contains("2022-01-01");
        Path gap = file("gap.csv", "month,count\n2015-01,3\n2015-02,4\n2015-04,4\n");
        assertThat(Said.wide("estimate", "policy", gap.toString(), "--date", "2015-03-01")
                        .all())
                .contains("gap.csv, row 3", "does not follow");
    }

    /** Four convicted, four archived, two open: archived ones do not pass for open. */
    @Test
    void archivedCasesAreEndedAndNotOpen() throws IOException {
        StringBuilder rows = new StringBuilder("reported,convicted,archived\n");
        for (int i = 1; i <= 4; i++) {
            rows.append("2020-01-0").append(i).append(",2020-07-01,\n");
            rows.append("2020-01-0").append(i).append(",,2020-05-01\n");
        }
        rows.append("2020-01-05,,\n2020-01-06,,\n");
        Path cases = file("cases.csv", rows.toString());
        Said said = Said.wide("estimate", "funnel", cases.toString(), "--data-day", "2025-12-31");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("10 cases were followed; 2 are still open", "impunity (not convicted)");
        JsonNode[] json =
                objects(Said.wide("estimate", "funnel", cases.toString(), "--data-day", "2025-12-31", "--json"));
        assertThat(json[0].get("estimate").doubleValue()).isEqualTo(0.4, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(Said.wide("estimate", "funnel", cases.toString()).all()).contains("Until which day");
    }

    @Test
    void countsByYearAreRatiosWithTheirWarning() throws IOException {
        Path counts = file("counts.csv", "year,reported,charged,convicted\n2020,400,100,40\n2021,420,110,3\n");
        Said said = Said.wide("estimate", "funnel", counts.toString());
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("reported → charged", "25.0 %", "hidden: few persons", "!");
    }

    @Test
    void theReportIsAPageWithItsLimitsAndTheLineThatMakesItAgain() throws IOException {
        Path page = folder.resolve("report.html");
        Said said = Said.to(
                Language.ES,
                "estimate",
                "prevalence",
                file("listas <uno>.csv", LISTS).toString(),
                "--replicates",
                "100",
                "--report",
                page.toString());
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(Files.readString(page))
                .contains("<html lang=\"es\">", "Cuántas personas puede haber", "nunca un solo número")
                .contains("estimate prevalence listas &lt;uno&gt;.csv --replicates 100", "semilla 1")
                .doesNotContain(folder.toString());
        assertThat(Said.wide("estimate", "prevalence", file("lists.csv", LISTS).toString(), "--report", page.toString())
                        .code())
                .as("nothing is written over")
                .isEqualTo(ExitCode.FAULTS.number());
    }

    /** A grid of places, one corner with four times as many cases. */
    @Test
    void aCornerWithMoreCasesIsFound() throws IOException {
        StringBuilder rows = new StringBuilder("id,x,y,population,cases\n");
        for (int i = 0; i < 64; i++) {
            boolean corner = i % 8 < 2 && i / 8 < 2;
            rows.append("p%d,%d,%d,1000,%d%n".formatted(i, i % 8, i / 8, corner ? 20 : 5));
        }
        Path places = file("places.csv", rows.toString());
        Said said = Said.wide("estimate", "hotspots", places.toString(), "--replicates", "99");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("380 cases", "p 0.0100", "p0, ");
        JsonNode first =
                objects(Said.wide("estimate", "hotspots", places.toString(), "--replicates", "99", "--json"))[0];
        assertThat(first.get("members").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("p0", "p1", "p8", "p9");
        assertThat(first.get("observed").intValue()).isEqualTo(80);
    }

    /** Four cases in one place in one week, among cases spread over a year. */
    @Test
    void aWeekWithMoreCasesThanItsPlaceAndTimeExplainIsFound() throws IOException {
        StringBuilder places = new StringBuilder("id,longitude,latitude\n");
        StringBuilder cases = new StringBuilder("id,date\n");
        for (int i = 0; i < 30; i++) {
            places.append("z%d,%d.5,%d.2%n".formatted(i, -99 + i % 6, 16 + i / 6));
            for (int k = 0; k < 4; k++) {
                cases.append("z%d,%s%n"
                        .formatted(i, java.time.LocalDate.of(2024, 1, 1).plusDays((i * 37 + k * 91) % 364)));
            }
        }
        cases.append("z7,2024-06-03\n".repeat(6));
        Said said = Said.wide(
                "estimate",
                "hotspots",
                file("places.csv", places.toString()).toString(),
                file("cases.csv", cases.toString()).toString(),
                "--unit",
                "weeks",
                "--replicates",
                "99");
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("1. around z7", "from 2024-06-03 to 2024-06-09");
    }
}
