package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.ScreeningInstrument.Indicator;
import org.junit.jupiter.api.Test;

/** What the shipped instruments promise: short, in both languages, dated, our own, and nothing in them is a mark on a person. */
class InstrumentsTest {

    private final Instruments instruments = Instruments.shipped();
    private final ScreeningInstrument firstContact = instruments.firstContact();

    private Stream<Worded> everyText() {
        Stream<Worded> asked = instruments.all().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.title(), one.about()),
                        one.indicators().stream()
                                .flatMap(indicator -> Stream.concat(
                                        Stream.of(indicator.ask()),
                                        indicator.options().stream().map(ScreeningInstrument.Option::words)))));
        Stream<Worded> law = instruments.tests().tests().values().stream()
                .flatMap(test ->
                        Stream.concat(Stream.of(test.title(), test.child()), test.elements().values().stream()));
        Stream<Worded> said = instruments.reporting().stream()
                .flatMap(country -> country.lines().stream())
                .map(LegalStandards.Reporting.Line::say);
        Stream<Worded> national = instruments.tests().national().stream()
                .flatMap(country -> Stream.concat(
                        Stream.of(country.title(), country.child(), country.read()),
                        country.elements().values().stream()));
        Stream<Worded> read = instruments.reporting().stream().flatMap(country -> country.read().stream());
        return Stream.of(asked, law, said, national, read).flatMap(texts -> texts);
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(everyText())
                .hasSizeGreaterThan(80)
                .allSatisfy(text -> assertThat(List.of(text.es(), text.en())).noneMatch(String::isBlank));
        assertThat(firstContact.indicators())
                .allSatisfy(indicator -> assertThat(indicator.hint().es().isEmpty())
                        .isEqualTo(indicator.hint().en().isEmpty()));
    }

    @Test
    void aFirstContactIsShort() {
        assertThat(firstContact.indicators())
                .hasSizeLessThanOrEqualTo(ScreeningInstrument.INDICATORS_MAX)
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyVersionIsNamedOnceAndFoundAgain() {
        Set<String> seen = new HashSet<>();
        for (ScreeningInstrument one : instruments.all()) {
            assertThat(seen.add(one.id() + " " + one.version())).isTrue();
            assertThat(instruments.find(one.id(), one.version())).contains(one);
            assertThat(one.follows()).isNotEmpty();
        }
        assertThat(instruments.find(firstContact.id(), "0")).isEmpty();
    }

    @Test
    void everyQuestionCanBeSkippedInThreeWaysThatStayApart() {
        for (Indicator indicator : firstContact.indicators()) {
            for (Answers.Silence silence : Answers.Silence.values()) {
                Replies replies = Replies.NONE.with(indicator, silence.answer());
                assertThat(replies.of(indicator)).isEqualTo(silence.answer());
            }
            assertThat(Replies.NONE.of(indicator)).isEqualTo(new Answer.NotAsked<String>());
            assertThat(Replies.NONE.parsed(indicator, Map.of()).of(indicator)).isEqualTo(new Answer.NotAsked<String>());
        }
    }

    @Test
    void everyAnswerIsKeptWhereItBelongs() {
        assertThat(firstContact.indicators().stream().map(Indicator::group).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.of(FieldGroup.SAFETY, FieldGroup.NARRATIVE));
        assertThat(firstContact.indicators().stream()
                        .filter(indicator -> indicator.group() == FieldGroup.SAFETY)
                        .flatMap(indicator -> indicator.bearsOn().stream()))
                .isEmpty();
    }

    @Test
    void codesOfAQuestionAreApartAndFitAForm() {
        for (Indicator indicator : firstContact.indicators()) {
            List<String> codes = indicator.shape().options();
            assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z-]{0,30}"));
            assertThat(indicator.id()).matches("[a-z][a-z-]{0,30}");
            assertThat(codes.isEmpty()).isEqualTo(indicator.kind() == Field.Kind.WORDS);
        }
        assertThat(firstContact.indicators().stream().map(Indicator::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyElementCanBeBorneOnAndSmugglingStaysApart() {
        Set<TraffickingElement> borne = firstContact.indicators().stream()
                .flatMap(indicator -> indicator.bearsOn().stream())
                .collect(Collectors.toSet());
        assertThat(borne).containsExactlyInAnyOrder(TraffickingElement.values());
        assertThat(firstContact.indicators().stream()
                        .flatMap(indicator -> indicator.options().stream())
                        .filter(option -> option.signs().contains(TraffickingElement.SMUGGLED)))
                .allSatisfy(option -> assertThat(option.signs()).containsExactly(TraffickingElement.SMUGGLED));
    }

    @Test
    void noQuestionAsksForMigrationStatusAndNoneOfTheFirstDoes() {
        assertThat(firstContact.indicators().stream().map(one -> one.ask().es()))
                .noneMatch(text -> text.contains("migratori") || text.contains("visa"));
        assertThat(Stream.of(Question.values())
                        .flatMap(question -> question.fields().stream())
                        .map(Field::group))
                .doesNotContain(FieldGroup.LEGAL, FieldGroup.DURESS);
    }

    @Test
    void theLawIsCitedAndSaysWhoReviewedIt() {
        assertThat(instruments.tests().tests()).containsOnlyKeys(LegalStandard.values());
        assertThat(instruments.tests().tests().values())
                .allSatisfy(test -> assertThat(test.cite()).matches(".*(Art\\.|U\\.S\\.C\\.).*"));
        assertThat(instruments.tests().review()).isEqualTo("none");
        for (String country : List.of("MX", "US", "GT", "HN", "SV")) {
            assertThat(instruments.reporting(country).orElseThrow().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.cite()).isNotBlank());
        }
        assertThat(instruments.reporting("ZZ")).isEmpty();
    }

    /** A definition reads the protocol's elements; where a law asks for no means, none are asked for. */
    @Test
    void theDefinitionsOfTheRegionSayWhatOfThemWasReadAndThatNobodyReviewedThem() {
        assertThat(Stream.of("GT", "HN", "SV")
                        .map(country -> instruments.tests().of(country).orElseThrow()))
                .allSatisfy(law -> {
                    assertThat(law.review()).isEqualTo("none");
                    assertThat(law.cite()).contains("Decreto", "Art.");
                    assertThat(law.read().es()).contains("leyó");
                    assertThat(law.elements().keySet())
                            .isSubsetOf(LegalStandard.PALERMO.elements())
                            .contains(TraffickingElement.ACT, TraffickingElement.PURPOSE);
                });
        assertThat(instruments.tests().of("GT").orElseThrow().elements()).doesNotContainKey(TraffickingElement.MEANS);
        assertThat(instruments.tests().of("HN").orElseThrow().elements()).containsKey(TraffickingElement.MEANS);
        assertThat(instruments.tests().of("MX")).isEmpty();
        assertThat(instruments.reporting("HN").orElseThrow().retrieved()).isEmpty();
    }

    /** No type, field or key of ours says that somebody is or is not one: a decision is somebody else's, and dated. */
    @Test
    void nothingIsNamedAMarkOnThePerson() {
        assertThat(Stream.of(Worksheet.class, ElementFinding.class, IdentificationDecision.class, Screening.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(component -> component.getName().toLowerCase(java.util.Locale.ROOT)))
                .noneMatch(name -> name.contains("victim") || name.contains("score") || name.contains("risk"));
    }
}
