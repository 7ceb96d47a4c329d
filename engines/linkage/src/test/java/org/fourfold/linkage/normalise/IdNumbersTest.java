package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.normalise.IdNumber.Check;
import org.fourfold.linkage.normalise.IdNumber.Kind;
import org.fourfold.linkage.normalise.IdNumber.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdNumbersTest {

    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 27);

    /** Published examples: docs of python-stdnum and cui-gt, Wikipedia's CURP, SAT's RFC, the usual DUI of tutorials. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "576937-K, GT, GT_NIT, 576937K, RIGHT",
        "7108-0, GT, GT_NIT, 71080, RIGHT",
        "8977112-0, GT, GT_NIT, 89771120, WRONG_DIGIT",
        "39525503, GT, GT_NIT, 39525503, RIGHT",
        "CF, GT, GT_NIT, CF, GENERIC",
        "0614-050707-104-8, SV, SV_NIT, 06140507071048, RIGHT",
        "0614-050707-104-0, SV, SV_NIT, 06140507071040, WRONG_DIGIT",
        "00016297-5, SV, SV_DUI, 000162975, RIGHT",
        "00016297-6, SV, SV_DUI, 000162976, WRONG_DIGIT",
        "BOXW310820HNERXN09, MX, MX_CURP, BOXW310820HNERXN09, RIGHT",
        "BOXW310820HNERXN08, MX, MX_CURP, BOXW310820HNERXN08, WRONG_DIGIT",
        "boxw310820hnerxn09, GT, MX_CURP, BOXW310820HNERXN09, RIGHT",
        "GODE 561231 GR8, MX, MX_RFC, GODE561231GR8, RIGHT",
        "MAB-930714-8T4, MX, MX_RFC, MAB9307148T4, RIGHT",
        "VACE-460910-SX6, MX, MX_RFC, VACE460910SX6, WRONG_DIGIT",
        "XAXX010101000, MX, MX_RFC, XAXX010101000, GENERIC",
        "0801-1990-12345, HN, HN_DNI, 0801199012345, NONE",
        "1901-1990-12345, HN, HN_DNI, 1901199012345, WRONG_PART",
        "0899-1990-12345, HN, HN_DNI, 0899199012345, WRONG_PART",
        "0801-1990-123456, HN, HN_RTN, 08011990123456, NONE",
        "A0123456, HN, PASSPORT, A0123456, NONE",
        "0000000000000, GT, GT_CUI, 0000000000000, GENERIC",
        "12-34, XX, OTHER, 1234, NONE",
    })
    void aNumberIsReadAndItsCheckTold(String raw, String country, Kind kind, String number, Check check) {
        IdNumber read = IdNumbers.of(raw, country, WRITTEN);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.check()).isEqualTo(check);
        assertThat(read.raw()).isEqualTo(raw);
    }

    @Test
    void aCuiHasItsCheckDigitAndItsPlace() {
        // 2x1 3x2 4x3 5x4 6x5 7x6 8x7 9x8 = 240 = 21 x 11 + 9, worked by hand
        IdNumber right = GuatemalanIds.cui("1234 56789 0101");
        assertThat(right.check()).isEqualTo(Check.RIGHT);
        assertThat(right.facts().place()).contains("GT-0101");
        assertThat(GuatemalanIds.cui("1234 56780 0101").check()).isEqualTo(Check.WRONG_DIGIT);
        assertThat(GuatemalanIds.cui("1234 56789 2301").check()).isEqualTo(Check.WRONG_PART);
        assertThat(GuatemalanIds.cui("1234 56789 0118").check()).isEqualTo(Check.WRONG_PART);
        assertThat(GuatemalanIds.cui("1234 56789 010").check()).isEqualTo(Check.UNREADABLE);
    }

    @Test
    void aCurpSaysBirthSexAndEntity() {
        IdNumber curp = MexicanIds.curp("BOXW310820HNERXN09");
        assertThat(curp.facts().births()).containsExactly(DateSpan.ofDay(LocalDate.of(1931, 8, 20)));
        assertThat(curp.facts().sex()).contains(Sex.MALE);
        assertThat(curp.facts().place()).as("born abroad is no fact of linkage").isEmpty();
        IdNumber young = MexicanIds.curp("PEXA060304MCSRXNA" + curpDigit("PEXA060304MCSRXNA"));
        assertThat(young.check()).isEqualTo(Check.RIGHT);
        assertThat(young.facts().births()).containsExactly(DateSpan.ofDay(LocalDate.of(2006, 3, 4)));
        assertThat(young.facts().sex()).contains(Sex.FEMALE);
        assertThat(young.facts().place()).contains("MX-CS");
    }

    @Test
    void aNitOfElSalvadorSaysADayWithoutItsCentury() {
        assertThat(SalvadoranIds.nit("0614-050707-104-8", WRITTEN).facts().births())
                .containsExactly(DateSpan.ofDay(LocalDate.of(2007, 7, 5)));
        assertThat(SalvadoranIds.nit("0614-050707-104-8", LocalDate.of(2010, 1, 1))
                        .facts()
                        .births())
                .containsExactly(DateSpan.ofDay(LocalDate.of(2007, 7, 5)), DateSpan.ofDay(LocalDate.of(1907, 7, 5)));
    }

    /** The specimens printed in ICAO Doc 9303, parts 4, 5 and 6. */
    @ParameterizedTest
    @CsvSource({
        "'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10', L898902C3",
        "'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<', D23145890",
        "'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6', D23145890",
    })
    void theSpecimensOfDoc9303AreRight(String zone, String number) {
        Mrz mrz = Mrz.of(zone, WRITTEN).orElseThrow();
        assertThat(mrz.number().number()).isEqualTo(number);
        assertThat(mrz.number().check()).isEqualTo(Check.RIGHT);
        assertThat(mrz.issuer()).isEqualTo("UTO");
        assertThat(mrz.surnames()).isEqualTo("ERIKSSON");
        assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(mrz.number().facts().sex()).contains(Sex.FEMALE);
        assertThat(mrz.number().facts().births()).containsExactly(DateSpan.ofDay(LocalDate.of(1974, 8, 12)));
    }

    @Test
    void aZoneWithAWrongSignIsToldAndATextIsNoZone() {
        String wrong = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C46UTO7408122F1204159ZE184226B<<<<<10";
        assertThat(Mrz.of(wrong, WRITTEN)).map(mrz -> mrz.number().check()).contains(Check.WRONG_DIGIT);
        assertThat(Mrz.of("L898902C3", WRITTEN)).isEqualTo(Optional.empty());
        assertThat(Mrz.of("", WRITTEN)).isEmpty();
    }

    /** Law of every check digit here: one wrong digit is always seen where the modulus is prime, else nearly always. */
    @Test
    void oneMistypedDigitIsSeen() {
        assertThat(seen(
                        "1234567890101",
                        8,
                        number -> "" + GuatemalanIds.cui(number).check()))
                .isEqualTo(1.0);
        assertThat(seen("39525503", 7, number -> "" + GuatemalanIds.nit(number).check()))
                .isEqualTo(1.0);
        assertThat(seen("000162975", 8, number -> "" + SalvadoranIds.dui(number).check()))
                .isGreaterThan(0.7);
    }

    @Test
    void withoutACountryOnlyANumberThatProvesItselfHasAKind() {
        assertThat(IdNumbers.of("1234567890101", "", WRITTEN).kind()).isEqualTo(Kind.GT_CUI);
        assertThat(IdNumbers.of("0801199012345", "", WRITTEN).kind()).isEqualTo(Kind.HN_DNI);
        assertThat(IdNumbers.of("9999123456789", "", WRITTEN).kind()).isEqualTo(Kind.OTHER);
        assertThat(IdNumbers.of("000162975", "", WRITTEN).kind()).isEqualTo(Kind.SV_DUI);
    }

    @Test
    void anyTextIsTaken() {
        Random lot = new Random(2);
        List<String> countries = List.of("GT", "SV", "HN", "MX", "US", "");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = lot.nextInt(20); n > 0; n--) {
                text.append("0123456789ABKÑñ&<- é".charAt(lot.nextInt(20)));
            }
            IdNumber read = IdNumbers.of(text.toString(), countries.get(lot.nextInt(6)), WRITTEN);
            assertThat(read.raw()).isEqualTo(text.toString());
            assertThat(read.number()).matches("[A-Z0-9Ñ&]*");
            assertThat(Mrz.of(text.toString().repeat(5), WRITTEN)).satisfies(mrz -> {});
        }
        assertThat(IdNumbers.of("1".repeat(1_000_000), "GT", WRITTEN).number()).hasSizeLessThan(30);
    }

    private static double seen(String right, int last, UnaryOperator<String> check) {
        int wrong = 0;
        int seen = 0;
        for (int at = 0; at <= last; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(at) != digit) {
                    wrong++;
                    String mistyped = right.substring(0, at) + digit + right.substring(at + 1);
                    seen += check.apply(mistyped).equals("RIGHT") ? 0 : 1;
                }
            }
        }
        return (double) seen / wrong;
    }

    private static int curpDigit(String seventeen) {
        int sum = 0;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".indexOf(seventeen.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10;
    }
}
