package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    private static final List<String> COUNTRIES = List.of("GT", "HN", "SV", "NI", "CR", "PA", "MX", "US");
    private static final List<String> CODES = List.of("502", "504", "503", "505", "506", "507", "52", "1");
    private static final int DRAWN = 300_000;

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5555-1234 | GT | 50255551234",
                "55551234 | GT | 50255551234",
                "+502 5555 1234 | SV | 50255551234",
                "(502) 5555-1234 | GT | 50255551234",
                "00502 5555 1234 | GT | 50255551234",
                "502 5555 1234 | GT | 50255551234",
                "502 5555 1234 | SV | 50255551234",
                "50255551234 | US | 50255551234",
                "tel. 5555-1234 ext. 12 | GT | 50255551234",
                "9999-1234 | HN | 50499991234",
                "7777 1234 | SV | 50377771234",
                "8888 1234 | NI | 50588881234",
                "6123-4567 | PA | 50761234567",
                "961 123 4567 | MX | 529611234567",
                "+52 1 961 123 4567 | MX | 529611234567",
                "044 961 123 4567 | MX | 529611234567",
                "(213) 555-2368 | US | 12135552368",
                "1-213-555-2368 | US | 12135552368",
                "+44 20 7946 0018 | GT | 442079460018",
            })
    void aPhoneBecomesOneNumber(String raw, String country, long e164) {
        assertThat(Phones.of(raw, country)).isEqualTo(new Phone(raw, OptionalLong.of(e164)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no tiene", "12", "123", "5555", "555-12345678901234567890", "00000000000", "-", "+"})
    void whatIsNoPhoneStaysRaw(String raw) {
        assertThat(Phones.of(raw, "GT")).isEqualTo(new Phone(raw, OptionalLong.empty()));
    }

    @Test
    void anUnknownPrefixIsKeptAndTold() {
        Phone phone = Phones.of("9555-1234", "GT");
        assertThat(phone.e164()).hasValue(50295551234L);
        assertThat(Phones.isAssigned(50295551234L)).isFalse();
        assertThat(Phones.isAssigned(50255551234L)).isTrue();
    }

    @Test
    void aCellMayHoldSeveral() {
        assertThat(Phones.allOf("5555-1234 / 5555-9876 y 4444 1111", "GT"))
                .extracting(Phone::e164)
                .containsExactly(
                        OptionalLong.of(50255551234L), OptionalLong.of(50255559876L), OptionalLong.of(50244441111L));
        assertThat(Phones.allOf("1,".repeat(1_000_000), "GT")).hasSize(Phones.PHONES_MAX);
        assertThat(Phones.allOf("", "GT")).isEmpty();
    }

    /** The short way must never give another number than the whole way, nor one where the whole way has none. */
    @Test
    void theShortWayGivesWhatLibphonenumberGives() {
        Random lot = new Random(20261127);
        int shortWays = 0;
        for (int i = 0; i < DRAWN; i++) {
            String raw = drawn(lot);
            String country = COUNTRIES.get(lot.nextInt(COUNTRIES.size()));
            long plain = PlainPhones.read(raw, country);
            if (plain != PlainPhones.OTHER) {
                shortWays++;
                assertThat(Phones.byLibrary(raw, country))
                        .as("%s in %s", raw, country)
                        .hasValue(plain);
            }
        }
        System.out.printf("phones drawn %d, read the short way %d%n", DRAWN, shortWays);
        assertThat(shortWays).isGreaterThan(DRAWN / 5);
    }

    /** Where libphonenumber itself, asked plainly, finds a valid number, it is that number that is given. */
    @Test
    void aValidNumberIsLibphonenumbersOwn() throws NumberParseException {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        Random lot = new Random(4);
        int valid = 0;
        for (int i = 0; i < 60_000; i++) {
            String raw = drawn(lot);
            String country = COUNTRIES.get(lot.nextInt(COUNTRIES.size()));
            if (!library.isPossibleNumber(raw, country)) {
                continue;
            }
            PhoneNumber number = library.parse(raw, country);
            if (library.isValidNumber(number)) {
                valid++;
                long expected = Long.parseLong(
                        library.format(number, PhoneNumberFormat.E164).substring(1));
                assertThat(Phones.of(raw, country).e164())
                        .as("%s in %s", raw, country)
                        .hasValue(expected);
            }
        }
        System.out.printf("valid numbers compared %d%n", valid);
        assertThat(valid).isGreaterThan(5_000);
    }

    /** Right and wrong lengths, every first digit, with and without code, plus and signs. */
    private static String drawn(Random lot) {
        int which = lot.nextInt(COUNTRIES.size());
        int usual = which >= 6 ? 10 : 8;
        int length = lot.nextInt(4) == 0 ? usual + lot.nextInt(5) - 2 : usual;
        StringBuilder raw = new StringBuilder();
        switch (lot.nextInt(5)) {
            case 0 -> raw.append('+').append(CODES.get(which));
            case 1 -> raw.append(CODES.get(which));
            case 2 -> raw.append('+').append(CODES.get(which)).append(' ');
            default -> {}
        }
        for (int i = 0; i < length; i++) {
            if (i > 0 && lot.nextInt(6) == 0) {
                raw.append(lot.nextBoolean() ? ' ' : '-');
            }
            raw.append(lot.nextInt(10));
        }
        return raw.toString();
    }
}
