package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.internal.RecoveryCode;
import org.junit.jupiter.api.Test;

class RecoverySheetTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final RecoveryCode code = RecoveryCode.random(random);

    @Test
    void theCodeIsReadBackAsItWasPrinted() {
        RecoveryCode read = RecoveryCode.parse(String.join(" - ", code.groups()));

        assertThat(read.groups()).isEqualTo(code.groups());
        assertThat(read.key(new byte[16])).isEqualTo(code.key(new byte[16])).hasSize(32);
    }

    @Test
    void everySingleWrongSignIsNamedByItsGroup() {
        for (int group = 0; group < RecoveryCode.GROUPS; group++) {
            for (int place = 0; place < 5; place++) {
                for (int sign = 0; sign < ALPHABET.length(); sign++) {
                    char wrong = ALPHABET.charAt(sign);
                    List<String> groups = new ArrayList<>(code.groups());
                    StringBuilder changed = new StringBuilder(groups.get(group));
                    if (changed.charAt(place) == wrong) {
                        continue;
                    }
                    changed.setCharAt(place, wrong);
                    groups.set(group, changed.toString());
                    assertThatThrownBy(() -> RecoveryCode.parse(String.join("", groups)))
                            .isInstanceOfSatisfying(
                                    ProblemException.class,
                                    refused -> assertThat(refused.problems()
                                                    .getFirst()
                                                    .code())
                                            .isEqualTo("trust.recovery-group"));
                }
            }
        }
    }

    @Test
    void twoGroupsExchangedAreNoticed() {
        List<String> groups = new ArrayList<>(code.groups());
        Collections.swap(groups, 2, 5);

        assertThatThrownBy(() -> RecoveryCode.parse(String.join("", groups))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPartAskedBackIsConfirmedInSmallLettersWithLookAlikes() {
        RecoverySheet sheet = new RecoverySheet(code);
        String third = sheet.groups().get(2);

        assertThat(sheet.confirms(
                        2,
                        third.toLowerCase(java.util.Locale.ROOT)
                                .replace('0', 'o')
                                .replace('1', 'l')))
                .isTrue();
        assertThat(sheet.confirms(1, third)).isFalse();
        assertThat(sheet.confirms(2, "")).isFalse();
        assertThat(sheet.toString()).doesNotContain(third);
    }
}
