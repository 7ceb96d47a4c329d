package org.fourfold.command.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fourfold.linkage.NameKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth that is told of a demonstration is in its data. */
class DemonstrationTest {

    private static final Demonstration USUAL =
            new Demonstration(Demonstration.SEED, Instant.parse("2026-11-23T15:00:00Z"), 1);
    private static final LocalDate FIRST_MONTH = DemonstrationIncidents.firstMonth(USUAL.lastDay());

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameDataToTheByte() throws IOException {
        USUAL.writeIncidents(folder.resolve("one"));
        USUAL.writeIncidents(folder.resolve("other"));
        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
        assertThat(USUAL.files()).isEqualTo(USUAL.files());
        Demonstration another = new Demonstration(7, USUAL.firstDay(), 1);
        assertThat(another.files()).isNotEqualTo(USUAL.files());
    }

    @Test
    void thereAreFourHundredFilesAndTheScenesAreTheNewest() {
        List<Story> stories = USUAL.files().stories();
        assertThat(stories).hasSize(400);
        assertThat(stories.subList(400 - Story.SCENES.size(), 400)).isEqualTo(Story.SCENES);
        assertThat(stories).extracting(Story::daysAgo).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void everyNameSaysThatNobodyBearsIt() {
        assertThat(USUAL.files().stories())
                .extracting(Story::name)
                .allSatisfy(name -> assertThat(name).matches("|.*\\(inventad[ao]\\)"));
    }

    @Test
    void whoCameTwiceIsFoundByTheNameAsItWasHeard() {
        InventedFiles.Told told = USUAL.files();
        NameKeys keys = new NameKeys();
        assertThat(told.twice()).hasSizeGreaterThan(15);
        assertThat(told.twice()).allSatisfy(pair -> {
            String first = told.stories().get(pair.first()).name();
            String second = told.stories().get(pair.second()).name();
            assertThat(second).isNotEqualTo(first);
            assertThat(keys.kept(first)).anyMatch(keys.kept(second)::contains);
        });
    }

    @Test
    void reportsRiseWithTheProtocolAsMuchAsTheTruthSays() throws IOException {
        Demonstration large = new Demonstration(3, USUAL.firstDay(), 20);
        Map<Integer, Integer> counts = months(large, row -> !clustered(row));
        double before = 0;
        double after = 0;
        for (int month = 0; month < DemonstrationIncidents.MONTHS; month++) {
            double season = DemonstrationIncidents.SEASON.get(
                    FIRST_MONTH.plusMonths(month).getMonthValue() - 1);
            double rise = 1 + DemonstrationIncidents.RISE_A_MONTH * month;
            double level = counts.getOrDefault(month, 0) / (season * rise);
            if (month < DemonstrationIncidents.POLICY_MONTH) {
                before += level / DemonstrationIncidents.POLICY_MONTH;
            } else {
                after += level / (DemonstrationIncidents.MONTHS - DemonstrationIncidents.POLICY_MONTH);
            }
        }
        assertThat(after / before).isCloseTo(DemonstrationIncidents.POLICY_EFFECT, within(0.05));
    }

    @Test
    void bothClustersStandOutAndOnlyTheHotlinesIsOneReporters() throws IOException {
        Demonstration.Truth truth = USUAL.truth(List.of(), List.of());
        for (Demonstration.Truth.Cluster cluster : truth.clusters()) {
            YearMonth first = YearMonth.from(LocalDate.parse(cluster.firstMonth()));
            List<NamedCsvRecord> inside = rows(USUAL).stream()
                    .filter(row -> row.getField("Location of death").startsWith(cluster.town()))
                    .filter(row ->
                            !month(row).isBefore(first) && month(row).isBefore(first.plusMonths(cluster.months())))
                    .toList();
            long elsewhere = rows(USUAL).stream()
                    .filter(row -> row.getField("Location of death").startsWith(cluster.town()))
                    .count();
            double usual = (double) (elsewhere - inside.size())
                    / (DemonstrationIncidents.MONTHS - cluster.months())
                    * cluster.months();
            assertThat(inside.size() / usual).as(cluster.town()).isGreaterThan(1.5);
            long heard = inside.stream()
                    .filter(row -> row.getField("Source").equals(DemonstrationIncidents.HOTLINE))
                    .count();
            assertThat(heard).isEqualTo(cluster.real() ? 0 : cluster.incidents());
        }
    }

    @Test
    void onlyTheLastQuarterDiffersBetweenTheEditions() throws IOException {
        USUAL.writeSeries(folder.resolve("first"), false);
        USUAL.writeSeries(folder.resolve("second"), true);
        List<String> first = Files.readAllLines(folder.resolve("first"));
        List<String> second = Files.readAllLines(folder.resolve("second"));
        assertThat(first).hasSameSizeAs(second);
        String revisedFrom = YearMonth.from(
                        FIRST_MONTH.plusMonths(DemonstrationIncidents.MONTHS - OfficialSeries.REVISED_MONTHS))
                .toString();
        for (int line = 1; line < first.size(); line++) {
            if (!first.get(line).equals(second.get(line))) {
                assertThat(first.get(line).substring(0, 7)).isGreaterThanOrEqualTo(revisedFrom);
            }
        }
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void noInventedNameIsOnASanctionsList() throws IOException {
        Path lists = Path.of("..", "..", "shared", "data", "investigation", "sanctions");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isDirectory(lists), "the sanctions lists are not beside this checkout: not compared");
        List<String> listed = new ArrayList<>();
        for (String list : List.of("us_ofac_sdn_2024-05-03.csv", "us_section353_engel_list.csv")) {
            Files.readAllLines(lists.resolve(list)).forEach(line -> listed.add(plain(line)));
        }
        assertThat(hits(listed, "Joaquín Guzmán Loera")).isPositive();
        assertThat(USUAL.files().stories())
                .extracting(story -> story.name().replaceAll("\\(.*\\)", ""))
                .filteredOn(name -> !name.isEmpty() && hits(listed, name) > 0)
                .isEmpty();
        assertThat(sheetNames())
                .hasSizeGreaterThan(500)
                .filteredOn(name -> hits(listed, name) > 0)
                .isEmpty();
    }

    @Test
    void everyPersonOfTheFortySheetsIsMarkedAndFortyGiveThePharmacysPhone() {
        List<InventedSheet> sheets = USUAL.sheets();
        assertThat(sheets).hasSize(40).isEqualTo(USUAL.sheets());
        assertThat(sheets)
                .extracting(InventedSheet::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.contains("inventado"));
        assertThat(sheets).filteredOn(InventedSheet::left).hasSize(10);
        assertThat(sheets.stream()
                        .filter(sheet -> !sheet.kind().equals(InventedSheet.Kind.COMPANIES))
                        .flatMap(sheet -> sheet.rows().stream())
                        .filter(row -> row.contains(SheetStory.PHARMACY)))
                .hasSize(SheetStory.AT_THE_PHARMACY);
    }

    @Test
    void noInvestigationHasTwoEntriesOnOneDay() {
        assertThat(USUAL.investigations())
                .hasSize(60)
                .extracting(InventedInvestigation::title)
                .doesNotHaveDuplicates();
        assertThat(USUAL.investigations())
                .allSatisfy(one -> assertThat(one.docket())
                        .extracting(InventedInvestigation.Entry::day)
                        .doesNotHaveDuplicates());
    }

    /** Every marked cell of the sheets, without its initials: those of one word left are no name. */
    private static List<String> sheetNames() {
        return USUAL.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(List::stream)
                .map(Object::toString)
                .filter(text -> text.matches(".*\\(inventad[ao]\\)"))
                .map(text -> text.replaceAll("\\(.*\\)|\\b\\p{L}\\.|,", "").strip())
                .filter(text -> text.contains(" "))
                .distinct()
                .toList();
    }

    /** Rows that hold every word of the name. */
    private static long hits(List<String> listed, String name) {
        List<String> words = List.of(plain(name).trim().split(" ", -1));
        return listed.stream()
                .filter(row -> words.stream().allMatch(word -> row.contains(" " + word + " ")))
                .count();
    }

    private static String plain(String text) {
        return " "
                + java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toUpperCase(java.util.Locale.ROOT)
                        .replaceAll("[^A-Z]+", " ")
                + " ";
    }

    private Map<Integer, Integer> months(Demonstration demonstration, Predicate<NamedCsvRecord> wanted)
            throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        for (NamedCsvRecord row : rows(demonstration)) {
            if (wanted.test(row)) {
                int month = (int) java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(FIRST_MONTH), month(row));
                counts.merge(month, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean clustered(NamedCsvRecord row) {
        return row.getField("Source").equals(DemonstrationIncidents.HOTLINE)
                || row.getField("Location of death").startsWith("Santa Lumbre");
    }

    private static YearMonth month(NamedCsvRecord row) {
        return YearMonth.from(LocalDate.parse(row.getField("Incident date")));
    }

    private List<NamedCsvRecord> rows(Demonstration demonstration) throws IOException {
        Path file = folder.resolve("incidents.csv");
        int written = demonstration.writeIncidents(file);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            assertThat(rows).hasSize(written);
            return rows;
        }
    }
}
