package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.fourfold.linkage.normalise.Account.Check;
import org.fourfold.linkage.normalise.Account.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {

    /** IBANs are the examples of SWIFT's registry; cards are the networks' published test numbers. */
    @ParameterizedTest
    @CsvSource({
        "GT82 TRAJ 0102 0000 0012 1002 9690, IBAN, GT82TRAJ01020000001210029690, RIGHT",
        "SV 62 CENR 00000000000000700025, IBAN, SV62CENR00000000000000700025, RIGHT",
        "CR05 0152 0200 1026 2840 66, IBAN, CR05015202001026284066, RIGHT",
        "IBAN DE89 3704 0044 0532 0130 00, IBAN, DE89370400440532013000, RIGHT",
        "DE89 3704 0044 0532 0130 01, IBAN, DE89370400440532013001, WRONG",
        "GT82 TRAJ 0102, OTHER, 820102, NONE",
        "4111 1111 1111 1111, CARD, 4111111111111111, RIGHT",
        "378282246310005, CARD, 378282246310005, RIGHT",
        "4111 1111 1111 1112, OTHER, 4111111111111112, NONE",
        "032180000118359719, CLABE, 032180000118359719, RIGHT",
        "01-234567-8, OTHER, 012345678, NONE",
        "123, OTHER, '', UNREADABLE",
        "no tiene, OTHER, '', UNREADABLE",
    })
    void anAccountIsReadAndItsCheckTold(String raw, Kind kind, String number, Check check) {
        assertThat(Account.of(raw)).isEqualTo(new Account(raw, kind, number, check));
    }

    @Test
    void whereTheFieldSaysCardAWrongDigitIsTold() {
        assertThat(Account.card("4111 1111 1111 1112").check()).isEqualTo(Check.WRONG);
        assertThat(Account.card("4111").check()).isEqualTo(Check.UNREADABLE);
    }

    /** The definition in ISO 13616, carried out with big integers, is the oracle. */
    @Test
    void theRemainderIsThatOfTheWholeNumber() {
        Random lot = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder raw = new StringBuilder("XK" + (10 + lot.nextInt(90)));
            for (int n = 11 + lot.nextInt(19); n > 0; n--) {
                raw.append("0123456789ABCXYZ".charAt(lot.nextInt(16)));
            }
            StringBuilder digits = new StringBuilder();
            String turned = raw.substring(4) + raw.substring(0, 4);
            turned.chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
            boolean right = new BigInteger(digits.toString())
                            .mod(BigInteger.valueOf(97))
                            .intValue()
                    == 1;
            assertThat(Account.of(raw.toString()).check()).isEqualTo(right ? Check.RIGHT : Check.WRONG);
        }
    }
}
