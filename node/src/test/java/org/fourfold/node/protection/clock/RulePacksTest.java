package org.fourfold.node.protection.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.fourfold.node.frame.FieldGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packs that are shipped are whole, and one that is not is told of by file, rule and field. */
class RulePacksTest {

    private static final List<RulePack> SHIPPED = RulePacks.shipped();

    private static String text(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(RulePacksTest.class.getResourceAsStream("/rules/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void mexicoAndTheUnitedStatesAreShipped() {
        assertThat(SHIPPED).extracting(RulePack::jurisdiction).containsExactly("mx", "us");
        assertThat(SHIPPED.stream().flatMap(pack -> pack.rules().stream())).hasSize(16);
    }

    @Test
    void whatWasNotReadSaysSo() {
        assertThat(SHIPPED.stream().flatMap(pack -> pack.rules().stream()))
                .filteredOn(rule -> rule.retrieved().isEmpty())
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(
                        "mx.procuraduria",
                        "mx.refuge-review",
                        "mx.humanitarian-card",
                        "us.interim-extended",
                        "us.continued-presence",
                        "us.u-certification",
                        "us.u-status",
                        "us.family-21");
    }

    @Test
    void migrationStatusIsTheLawyersAlone() {
        assertThat(SHIPPED.stream().flatMap(pack -> pack.rules().stream()))
                .filteredOn(rule -> rule.group() != FieldGroup.LEGAL)
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(
                        "mx.procuraduria",
                        "us.hhs-notice",
                        "us.request-for-assistance",
                        "us.interim-assistance",
                        "us.interim-extended",
                        "us.unaccompanied");
    }

    @Test
    void everyDeadlineGoesOnSomebodysDesk() {
        assertThat(SHIPPED.stream().flatMap(pack -> pack.rules().stream()))
                .filteredOn(rule -> rule.kind() == Rule.Kind.DEADLINE)
                .allSatisfy(rule -> assertThat(rule.escalation()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "es": "Aviso al HHS de una niña, niño o adolescente que puede ser víctima" | "es": " "       | rule us.hhs-notice, field title.es: missing
            "citation": "22 U.S.C. 7105(b)(1)(G)"    | "cited": "x"                | rule us.hhs-notice, field citation: missing
            "start": "us-minor-found"                | "start": "us-minor-lost"    | rule us.hhs-notice, field start: a kind of fact that is not known
            "time": {"hours": 24}                    | "time": {"hours": 0}        | rule us.hhs-notice, field time: 1 to 4000 is expected
            "time": {"hours": 24}                    | "time": {"fortnights": 2}   | rule us.hhs-notice, field time: an unknown unit
            "before": "PT12H"                        | "before": "PT36H"           | rule us.hhs-notice, field escalation: a later step begins earlier
            "before": "PT12H"                        | "before": "soon"            | rule us.hhs-notice, field escalation: before: a length of time such as P14D or PT6H is expected
            "validTo": null                          | "validTo": "1999-01-01"     | rule us.hhs-notice, field validTo: before validFrom
            "validFrom": "2008-12-23"                | "validFrom": "2008-02-30"   | rule us.hhs-notice, field validFrom: a day such as 2026-11-27 is expected
            "review": "none"                         | "review": "the author"      | rule us.hhs-notice, field review: a pack is reviewed where it is used: none is expected
            "stops": ["hhs-notified"]                | "stops": []                 | rule us.hhs-notice, field stops: a deadline that nothing stops
            "stops": ["hhs-notified"]                | "stops": ["t-granted"]      | rule us.hhs-notice, field group: the facts live in [IDENTITY, SAFETY, LEGAL]
            "desk": "OWNER"                          | "desk": "LAWYER_OF_FILE"    | rule us.hhs-notice, field escalation: LAWYER_OF_FILE does not see this clock
            "retrieved": "2026-11"                   | "retrieved": "lately"       | rule us.hhs-notice, field retrieved: a month or a day is expected
            "retrieved": "2026-11"                   | "read": "2026-11"           | rule us.hhs-notice, field retrieved: missing: null where the text was not read
            "id": "us.request-for-assistance"        | "id": "us.hhs-notice"       | rule us.hhs-notice, field id: another rule has it too
            "version": "2026-11-27"                  | "version": ""               | field version: missing
            """)
    void aPackThatIsNotWholeIsRefusedWithItsPlace(String there, String instead, String fault) throws IOException {
        String whole = text("us.json");
        assertThat(whole).contains(there);
        byte[] broken = whole.replaceFirst(
                        java.util.regex.Pattern.quote(there), java.util.regex.Matcher.quoteReplacement(instead))
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> RulePackReader.read("us.json", broken))
                .isInstanceOfSatisfying(
                        UnreadableRulesException.class,
                        unreadable -> assertThat(unreadable.faults()).containsExactly("us.json, " + fault));
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        assertThatThrownBy(() -> RulePackReader.read("us.json", new byte[] {'{'}))
                .hasMessage("us.json: not JSON");
    }

    @Test
    void twoPacksDoNotGiveTheSameRule() {
        assertThat(RulePacks.twice(List.of(SHIPPED.getFirst(), SHIPPED.getFirst())))
                .hasSize(5);
        assertThat(RulePacks.twice(SHIPPED)).isEmpty();
    }
}
