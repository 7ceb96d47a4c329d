package org.fourfold.node.prevention.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportOptions.DateOrder;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Observation;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.Outline;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad input of the brief, one by one: what is refused, where, and that nothing is guessed. */
class BadInputTest {

    private static final String COUNTS = "month,cve,state,crime,victims\n";
    private static final String GOOD = COUNTS + "2026-01,15,Estado de México,Secuestro,3\n";
    private static final String INCIDENTS =
            "Incident ID,Incident date,No. dead,No. missing,No. survivors,No. Female,No. Male,"
                    + "No. minors,Cause of death (category),Country of Incident,Location of death,Latitude,Longitude\n";

    /** A square Mexico, from 15 to 30 north and 85 to 115 west. */
    private static final Places PLACES = new Places(List.of(new Place(
            new PlaceCode("MX"),
            "México",
            "Mexico",
            "484",
            List.of(),
            Outline.parse("-115000,15000 30000,0 0,15000 -30000,0 0,-15000"))));

    @TempDir
    private Path folder;

    /** What a file came to. */
    private static final class Found implements Layout.Sink {
        private final List<Incident> incidents = new ArrayList<>();
        private final List<Observation> observations = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void incident(long row, Incident incident) {
            incidents.add(incident);
        }

        @Override
        public void observation(long row, Observation observation) {
            observations.add(observation);
        }

        @Override
        public void refused(List<Problem> faults) {
            problems.addAll(faults);
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        refusedWhole(new byte[0], "prevention.file-empty");
        refusedWhole("\n \n".getBytes(StandardCharsets.UTF_8), "prevention.file-empty");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> TableReader.open(folder.resolve("nothing.csv")))
                .hasMessage("prevention.file-missing");
    }

    @Test
    void aTruncatedPackedFileIsRefused() throws IOException {
        String long1 = COUNTS + "2026-01,15,Estado de México,Secuestro,3\n".repeat(30_000);
        byte[] gzip = gzip(long1);
        byte[] bzip2 = bzip2(long1);
        refusedWhole(Arrays.copyOf(gzip, gzip.length - 12), "prevention.file-truncated");
        refusedWhole(Arrays.copyOf(bzip2, bzip2.length - 12), "prevention.file-truncated");
    }

    @Test
    void aFileThatEndsInTheMiddleOfARowIsRefused() {
        refusedWhole((GOOD + "2026-02,15,Est").getBytes(StandardCharsets.UTF_8), "prevention.last-row-short");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        refusedWhole(
                (GOOD + "2026-02,15,\"Estado de México,Secuestro,3\n").getBytes(StandardCharsets.UTF_8),
                "prevention.quote-unclosed");
    }

    @Test
    void aRowThatIsShortOrLongIsRefusedAloneByItsNumber() {
        Found found = read(COUNTS + "2026-01,15,x\n2026-02,15,México,Secuestro,1\n2026-03,15,México,Secuestro,1,9\n");

        assertThat(found.observations).hasSize(1);
        assertThat(found.problems)
                .extracting(Problem::code)
                .containsExactly("prevention.row-short", "prevention.row-long");
        assertThat(found.problems.getFirst().place()).isEqualTo(new Problem.Place.Cell(2, "state"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "ISO-8859-1, ISO-8859-1 (Latin-1)",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
    })
    void eachEncodingIsFoundOutAndSaid(String charset, String said) throws IOException {
        TableReader table = TableReader.open(write(GOOD.getBytes(Charset.forName(charset))));

        assertThat(table.reading().encoding()).isEqualTo(said);
        assertThat(read(table).observations.getFirst().placeStated()).isEqualTo("Estado de México");
    }

    @Test
    void marksOfEncodingAreSkippedAndWindowsLettersRead() throws IOException {
        assertThat(read(TableReader.open(write(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))).observations)
                .hasSize(1);
        assertThat(read(TableReader.open(write(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE)))).observations)
                .hasSize(1);
        TableReader windows = TableReader.open(
                write(GOOD.replace("Estado de", "\u201CEstado\u201D").getBytes(Charset.forName("windows-1252"))));
        assertThat(windows.reading().encoding()).isEqualTo("Windows-1252");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        refusedWhole(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3}, "prevention.file-not-text");
        refusedWhole(new byte[] {'P', 'K', 3, 4, 0, 0}, "prevention.file-zip");
    }

    @ParameterizedTest
    @CsvSource({";, SEMICOLON", "'\t', TAB", "|, PIPE", "',', COMMA"})
    void eachDelimiterIsFoundOut(String delimiter, String said) throws IOException {
        TableReader table = TableReader.open(write(GOOD.replace(",", delimiter).getBytes(StandardCharsets.UTF_8)));

        assertThat(table.reading().delimiter()).isEqualTo(said);
        assertThat(read(table).observations).hasSize(1);
    }

    @Test
    void aTableWithADelimiterOrHeadingsNotKnownIsRefused() {
        refusedWhole(GOOD.replace(',', '#').getBytes(StandardCharsets.UTF_8), "prevention.layout-unknown");
    }

    @Test
    void aFieldOfTenMillionCharactersIsRefusedByName() {
        byte[] bytes =
                (COUNTS + "2026-01,15," + "x".repeat(10_000_000) + ",Secuestro,3\n").getBytes(StandardCharsets.UTF_8);

        ProblemException refusal = refusedWhole(bytes, "prevention.field-too-long");
        assertThat(refusal.problems().getFirst().place()).isEqualTo(new Problem.Place.Cell(2, "state"));
    }

    @Test
    void aFileThatSwellsWithoutMeasureIsRefused() throws IOException {
        refusedWhole(gzip(COUNTS + "\n".repeat(12_000_000)), "prevention.file-swells");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, , 2026-03-04",
        "2026/3/4, , 2026-03-04",
        "25/12/2025, , 2025-12-25",
        "12/25/2025, , 2025-12-25",
        "04/04/2026, , 2026-04-04",
        "03/04/2026, , prevention.date-ambiguous",
        "03/04/2026, dmy, 2026-04-03",
        "03/04/2026, mdy, 2026-03-04",
        "03/04/2026, ymd, prevention.date-other-order",
        "25/12/2025, mdy, prevention.date-other-order",
        "'Fri, 01/02/2026 - 12:00', , 2026-01-02",
        "'Sat, 01/02/2026 - 12:00', , prevention.date-weekday",
        "30/02/2026, , prevention.date-impossible",
        "2026-02-30, , prevention.date-impossible",
        "yesterday, , prevention.date-form",
    })
    void aDateIsTakenOnlyWhenItCanBeOneDay(String text, String order, String expected) {
        Days.Found found = Days.parse(text, Optional.ofNullable(order).flatMap(DateOrder::parse));

        assertThat(
                        switch (found) {
                            case Days.Found.Day day -> day.dated().from().toString();
                            case Days.Found.Fault fault -> fault.code();
                        })
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20.5, -100.1, ''",
        "-100.1, 20.5, prevention.coordinates-swapped",
        "95, 190, prevention.coordinates-off-globe",
        "20.5, 181, prevention.coordinates-off-globe",
        "'20,5', -100.1, prevention.coordinates-form",
        "NA, NA, ''",
    })
    void coordinatesSwappedOrOffTheGlobeAreRefused(String latitude, String longitude, String expected) {
        Found found = read(
                INCIDENTS + "A1,2026-01-05,1,0,,,,,Drowning,Mexico,Somewhere,\"" + latitude + "\"," + longitude + "\n");

        assertThat(found.problems)
                .extracting(Problem::code)
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aSwapWithinTheGlobeIsSeenByTheCountryStated() {
        Places sudan = new Places(List.of(new Place(
                new PlaceCode("SD"),
                "Sudán",
                "Sudan",
                "729",
                List.of(),
                Outline.parse("22000,9000 16000,0 0,13000 -16000,0 0,-13000"))));

        Found found = new Found();
        readInto(
                found,
                write((INCIDENTS + "A1,2017-01-05,1,0,,,,,Drowning,Sudan,Atbara,34.0084395,17.7014525\n")
                        .getBytes(StandardCharsets.UTF_8)),
                sudan);

        assertThat(found.problems).extracting(Problem::code).containsExactly("prevention.coordinates-swapped");
    }

    @Test
    void aNumberNotAvailableAndEmptyStayThreeThings() {
        Found found = read(INCIDENTS + "A1,2026-01-05,0,NA,,-1,x,2.0,Drowning,Mexico,Somewhere,,\n"
                + "A2,2026-01-05,0,NA,,,,,Drowning,Mexico,Somewhere,,\n");

        assertThat(found.problems)
                .extracting(Problem::code)
                .containsExactly("prevention.count-negative", "prevention.count-not-number");
        Incident incident = found.incidents.getFirst();
        assertThat(incident.count(Incident.Group.DEAD)).isEqualTo(Tally.of(0));
        assertThat(incident.count(Incident.Group.MISSING)).isEqualTo(Tally.notAvailable());
        assertThat(incident.count(Incident.Group.SURVIVORS)).isEqualTo(Tally.empty());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        Path file = write(
                (COUNTS + "2026-01,15,Estado de México,Secuestro,3\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
        TableReader table = TableReader.open(file);

        assertThatThrownBy(() ->
                        table.read(PLACES, ImportOptions.plain(), new Found(), (rows, read, total) -> append(file)))
                .hasMessage("prevention.file-changed");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "2026-02,15,Estado de México,Secuestro,3\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ProblemException refusedWhole(byte[] bytes, String code) {
        try {
            TableReader.open(write(bytes)).read(PLACES, ImportOptions.plain(), new Found(), ProgressListener.silent());
        } catch (ProblemException refusal) {
            assertThat(refusal.problems()).extracting(Problem::code).containsExactly(code);
            return refusal;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new AssertionError("the file was taken, though " + code);
    }

    private Found read(String text) {
        Found found = new Found();
        readInto(found, write(text.getBytes(StandardCharsets.UTF_8)), PLACES);
        return found;
    }

    private static Found read(TableReader table) throws IOException {
        Found found = new Found();
        assertThat(table.read(PLACES, ImportOptions.plain(), found, ProgressListener.silent()))
                .isPositive();
        return found;
    }

    private static void readInto(Found found, Path file, Places places) {
        try {
            assertThat(TableReader.open(file).read(places, ImportOptions.plain(), found, ProgressListener.silent()))
                    .isPositive();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "table", ".csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
