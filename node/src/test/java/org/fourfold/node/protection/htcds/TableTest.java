package org.fourfold.node.protection.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.registry.Htcds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table says, however it is written; and that what is wrong with it is told, by row and column. */
class TableTest {

    private static final Htcds HTCDS = Htcds.shipped();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final Problems refusals = new Problems();
    private final Problems remarks = new Problems();

    @Test
    void everyFieldHasAGroupAndTheLawyersOwnHasNone() {
        assertThat(Homes.all().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        HTCDS.fields().stream().map(Htcds.Field::name).toList());
        assertThat(Homes.groups()).doesNotContain(FieldGroup.LEGAL);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "UTF-8,;", "windows-1252,;", "UTF-16LE,'|'", "UTF-16BE,','"})
    void theSameTableIsReadHoweverItIsWritten(String encoding, char delimiter) {
        Charset charset = Charset.forName(encoding);
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        String text = mark + "prs_FirstName,prs_SecondName,cas_Status\r\nJosé,Núñez (inventado),Active\r\n";
        List<Row> rows = rows(text.replace(',', delimiter).getBytes(charset));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.answers().given(Field.NAME)).contains("José Núñez (inventado)");
            assertThat(row.state()).isEqualTo(CaseState.OPEN);
        });
    }

    @Test
    void nameLanguagesAndStateMeetFieldsOfOursAndNothingElseDoes() {
        Row row = rows("prs_FirstName,prs_MiddleName,prs_SecondName,prs_PrimaryLanguage,prs_SecondaryLanguage,"
                        + "cas_Status,cas_ReasonForCaseClosure,prs_Gender,con_Consent\n"
                        + "Ana, ,Tot (inventada),mam,spa,ClosedReferred,se mudó,Feminine,true\n")
                .getFirst();
        assertThat(row.answers().byField().keySet())
                .containsExactlyInAnyOrder(Field.NAME, Field.LANGUAGES, Field.CLOSING_REASON, Field.CLOSING_WORDS);
        assertThat(row.answers().given(Field.LANGUAGES)).contains("es,mam");
        assertThat(row.answers().given(Field.CLOSING_REASON)).contains("transferred");
        assertThat(row.state()).isEqualTo(CaseState.CLOSED);
        assertThat(row.imported().cells()).hasSize(8).containsEntry("con_Consent", "true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prs_Gender|feminine|code-near",
                "vic_RelationshipToTrafficker|Unacquainted|code-near",
                "vic_MethodsOfControl|DebtBondage; Magic|code-unknown",
                "prs_Deceased|perhaps|tick",
                "prs_NumberOfChildren|two|number",
                "prs_HomePhone|5555 1234|phone",
                "prs_PrimaryLanguage|Spanish|language",
                "prs_PrimaryLanguage|qqx|language",
                "prs_MailingCountry|Guatemala|country",
                "prs_Citizenship|GT;XZ|country",
                "hte_Latitude|91.5|degrees",
                "hte_Date|03/04/2021|day",
                "hte_Date|2021-02-30|day-range",
                "prs_Birthdate|2031-01-01|day-range"
            })
    void whatAFieldMayNotHoldIsKeptAsItCameAndTold(String column, String cell, String code) {
        List<Row> rows = rows("prs_FirstName," + column + "\nAna (inventada)," + cell + "\n");
        assertThat(refusals.isEmpty()).isTrue();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.imported().cells()).containsEntry(column, cell));
        assertThat(remarks.kept()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("protection.htcds-" + code);
            assertThat(remark.place()).isEqualTo(new Problem.Place.Cell(2, column));
            for (Language language : Language.values()) {
                Messages texts = Messages.load(language, List.of("protection"));
                assertThat(texts.fault(remark)).isNotBlank().doesNotContain("{");
                assertThat(texts.mend(remark)).isNotBlank().doesNotContain("{");
            }
        });
    }

    @Test
    void everyCodeOfEveryListIsTakenWithoutAWord() {
        for (Htcds.Field field : HTCDS.fields()) {
            for (Htcds.Code code : HTCDS.codes(field.list())) {
                rows(field.name() + "\n" + code.code() + "\n");
            }
        }
        assertThat(refusals.isEmpty()).isTrue();
        assertThat(remarks.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana|row-width",
                "Ana,Tot,x|row-width",
                "prs_FirstName,fourfold_safe-now|heading-again",
                "Ana,given:perhaps|own-form",
                "Ana,yes|own-form"
            })
    void aRowThatCannotBeReadIsRefusedAndTheOthersAreTaken(String line, String code) {
        List<Row> rows = rows("prs_FirstName,fourfold_safe-now\nLuz (inventada),declined\n" + line + "\n");
        assertThat(rows).hasSize(1);
        assertThat(refusals.kept()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("protection.htcds-" + code);
            assertThat(((Problem.Place.Cell) fault.place()).row()).isEqualTo(3);
        });
    }

    @Test
    void twoColumnsThatContradictOneAnotherAreRefused() {
        assertThat(rows("prs_FirstName,fourfold_name\nAna (inventada),given:Luz (inventada)\n"))
                .isEmpty();
        assertThat(refusals.kept()).extracting(Problem::code).containsExactly("protection.htcds-contradiction");
    }

    @Test
    void aCellBeyondAnyMeasureIsRefused() {
        assertThat(rows("prs_FirstName,hte_Description\nAna," + "x".repeat(Sheet.CELL_CHARACTERS_MAX + 1) + "\n"))
                .isEmpty();
        assertThat(refusals.kept()).extracting(Problem::code).containsExactly("protection.htcds-cell-long");
    }

    @Test
    void aTableThatIsNoneIsRefusedAsAWhole() {
        String heading = "prs_FirstName,prs_SecondName\n";
        assertThat(refusal("")).isEqualTo("empty");
        assertThat(refusal(" \n\n")).isEqualTo("empty");
        assertThat(refusal("PK\u0003\u0004\u0000\u0000")).isEqualTo("not-text");
        assertThat(refusal("Name,Surname\nAna,Tot\n")).isEqualTo("layout");
        assertThat(refusal("prs_FirstName,prs_FirstName\nAna,Tot\n")).isEqualTo("column-twice");
        assertThat(refusal(heading + "Ana,\"Tot\n")).isEqualTo("quote");
        assertThat(refusal(heading + "Ana,Tot\n".repeat(Sheet.ROWS_MAX + 1))).isEqualTo("too-many-rows");
        assertThat(refusal("prs_FirstName"
                        + IntStream.range(0, Sheet.COLUMNS_MAX)
                                .mapToObj(i -> ",c" + i)
                                .collect(Collectors.joining())
                        + "\n"))
                .isEqualTo("too-many-columns");
        assertThat(refusal(heading + "Ana,Tot\n".repeat(Sheet.BYTES_MAX / 8))).isEqualTo("too-large");
    }

    @Test
    void columnsOfOtherSystemsAndTicksForConsentAreTold() {
        rows("prs_FirstName,con_Consent,Folio interno\nAna (inventada),true,77\n");
        assertThat(new Rows(HTCDS, sheet("prs_FirstName,con_Consent,Folio interno\n"), TODAY).remarks())
                .extracting(Problem::code)
                .containsExactly("protection.htcds-column-aside", "protection.htcds-no-consent");
    }

    @Test
    void noCellIsAFormulaAndEachComesBackAsItWas() {
        Random random = new Random(7);
        String signs = "=+-@\t'a1.5 ";
        for (int i = 0; i < 2_000; i++) {
            String cell = random.ints(random.nextInt(6), 0, signs.length())
                    .mapToObj(place -> String.valueOf(signs.charAt(place)))
                    .collect(Collectors.joining());
            String written = Harmless.write(cell);
            assertThat(Harmless.read(written)).isEqualTo(cell);
            assertThat(written.matches("(?s)[=@\\t].*|[+-](?![0-9.]*$).*"))
                    .as(written)
                    .isFalse();
        }
    }

    private List<Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(byte[] bytes) {
        Sheet sheet = sheet(bytes);
        Rows reading = new Rows(HTCDS, sheet, TODAY);
        List<Row> rows = new ArrayList<>();
        for (Sheet.Line line : sheet.rows()) {
            reading.row(line, refusals, remarks).ifPresent(rows::add);
        }
        return rows;
    }

    private static String refusal(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> sheet(text));
        return refused.problems().getFirst().code().replace("protection.htcds-", "");
    }

    private static Sheet sheet(String text) {
        return sheet(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet sheet(byte[] bytes) {
        try {
            return Sheet.read(new ByteArrayInputStream(bytes), HTCDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
