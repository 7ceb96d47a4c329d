package org.fourfold.linkage.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.report.Language;
import org.fourfold.linkage.report.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTextTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9]+)*)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9]+)*[.-])\"\\s*\\+");

    private final Records records = Tiny.records(Tiny.rows());

    private String pair(Language language, String x, String y, AppliedJudgement... judgements) {
        Explainer explainer = Tiny.explainer(records, Tiny.manner(Masking.NONE, List.of(judgements)));
        return ExplanationText.plain(ExplanationText.in(language).pair(Tiny.pair(explainer, records, x, y)));
    }

    @Test
    void aPairInEnglish() {
        assertThat(pair(Language.EN, "r1", "r2", Tiny.SAME).lines())
                .contains(
                        "- Weight that these records are one person: \u22122.0 bits. What they say: +8.0; what holds before"
                                + " anything is compared (the prior): \u221210.0.",
                        "- No probability is given: there is no calibration for this model.",
                        "- First given name: the same (zoila). 13 in 100 records say this. +3.0 bits, +1.0 of them for"
                                + " being rare.",
                        "- Date of birth: the same (1990-05-01). +5.0 bits.",
                        "- The same in both: first given name as it sounds and date of birth with day and month.",
                        "- 2026-11-20: analyst 4 judged that r2 (norte) and r1 (casa) are one person. This counts before any"
                                + " weight. Reason given: same photograph",
                        "- tiny, version 1.");
    }

    @Test
    void aPairInSpanish() {
        assertThat(pair(Language.ES, "r1", "r2", Tiny.SAME).lines())
                .contains(
                        "- Peso de que estos registros sean una persona: \u22122.0 bits. Lo que dicen: +8.0; lo que vale antes"
                                + " de comparar nada (el punto de partida): \u221210.0.",
                        "- No se da ninguna probabilidad: no hay calibración de este modelo.",
                        "- Primer nombre: igual (zoila). 13 de cada 100 registros lo dicen. +3.0 bits, +1.0 de ellos por ser"
                                + " poco común.",
                        "- Fecha de nacimiento: igual (1990-05-01). +5.0 bits.",
                        "- Igual en ambos: primer nombre como suena y fecha de nacimiento con día y mes.",
                        "- 2026-11-20: analyst 4 decidió que r2 (norte) y r1 (casa) son una persona. Esto cuenta antes que"
                                + " cualquier peso. Motivo indicado: same photograph",
                        "- tiny, versión 1.");
    }

    @Test
    void whatSpeaksAgainstStandsApart() {
        assertThat(pair(Language.EN, "r3", "r16"))
                .contains("What speaks against\n- First given name: different (")
                .contains("- No rule of the model brings these two together by itself.")
                .contains("- No judgement by a person applies.");
        assertThat(pair(Language.EN, "r1", "r2"))
                .doesNotContain("What speaks against")
                .contains("What is not said\n- Telephone: not said by the ");
    }

    @Test
    void rarityIsOneInSoMany() {
        Level same = new Level(Level.Kind.SAME, 0, "", true);
        Level sound = new Level(Level.Kind.SOUND, 0, "", true);
        Wording english = Wording.in(Language.EN);
        Wording spanish = Wording.in(Language.ES);
        assertThat(english.share(3 / 42_000.0, same)).isEqualTo("1 in 14,000 records says this.");
        assertThat(spanish.share(3 / 42_000.0, same)).isEqualTo("1 de cada 14\u00a0000 registros lo dice.");
        assertThat(english.share(1 / 731.0, sound)).isEqualTo("1 in 731 records says another that sounds the same.");
        assertThat(spanish.share(1 / 1_412.0, same)).isEqualTo("1 de cada 1400 registros lo dice.");
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(english.probability(.99999)).isEqualTo("> 99.9%");
        assertThat(spanish.probability(.5)).isEqualTo("50\u00a0%");
    }

    @ParameterizedTest
    @EnumSource
    void aClusterIsToldInBothLanguages(Language language) {
        Explainer explainer = Tiny.explainer(
                Tiny.MODEL, records, Tiny.WEIGHTS.withPrior(1 / 17.0), Tiny.manner(Masking.ALL, List.of()));
        String text = ExplanationText.plain(ExplanationText.in(language)
                .cluster(explainer.cluster(
                        Tiny.number(records, "r1"), Tiny.number(records, "r2"), Tiny.number(records, "r3"))));
        assertThat(text)
                .contains(
                        language == Language.EN
                                ? "Why these 3 records are taken together as one person\n"
                                : "Por qué estos 3 registros están juntos como una persona\n")
                .contains(
                        language == Language.EN
                                ? "- Without this the pair would be too weak to join: date of birth.\n"
                                : "- Sin esto el par sería demasiado débil para unir: fecha de nacimiento.\n")
                .contains(
                        language == Language.EN
                                ? "- No other pair links the two groups.\n"
                                : "- Ningún otro par une los dos grupos.\n")
                .doesNotContain("{", "}");
    }

    @Test
    void itSpeaksOfRecordsAndJudgesNobody() {
        for (Language language : Language.values()) {
            TextFile texts = Wording.read(language);
            String all =
                    String.join("\n", texts.keys().stream().map(texts::pattern).toList());
            assertThat(all)
                    .doesNotContainPattern("(?i)suspect|victim|offend|guilt|sospech|víctima|delincu|culpa|nationalit"
                            + "|nacionalidad|migra");
        }
    }

    @Test
    void bothLanguagesHoldTheSameKeysWithTheSameValues() {
        TextFile english = Wording.read(Language.EN);
        TextFile spanish = Wording.read(Language.ES);
        assertThat(spanish.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(names(spanish, key, Language.ES)).as(key).isEqualTo(names(english, key, Language.EN));
            assertThat(spanish.pattern(key)).as(key).isNotBlank();
        }
    }

    private static Set<String> names(TextFile texts, String key, Language language) {
        return new TreeSet<>(new MessageFormat(texts.pattern(key), language.locale()).getArgumentNames());
    }

    @Test
    void noTextIsLeftThatNothingAsksForAndNoKeyIsGivenTwice() throws IOException {
        String sources = sources();
        Set<String> asked = found(KEY, sources);
        Set<String> beginnings = found(BEGINNING, sources);
        assertThat(Wording.read(Language.EN).keys().stream()
                        .filter(key -> !asked.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
        for (Language language : Language.values()) {
            Path file = Path.of("src/main/resources/org/fourfold/linkage/explain")
                    .resolve("explain_" + language.tag() + ".properties");
            long lines = Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .count();
            assertThat(lines).isEqualTo(Wording.read(language).keys().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelEveryPartAndEveryShippedRuleHasItsWords(Language language) {
        Wording wording = Wording.in(language);
        for (Level.Kind kind : Level.Kind.values()) {
            assertThat(wording.level(new Level(kind, .88, "name.given2", false)))
                    .isNotBlank();
        }
        for (Derivation.Kind kind : Derivation.Kind.values()) {
            assertThat(wording.text("part." + kind.name().toLowerCase(java.util.Locale.ROOT)))
                    .isNotBlank();
        }
        for (String model : List.of("persons", "persons-few")) {
            var shipped = ModelReader.shipped(model);
            shipped.blocks().forEach(rule -> assertThat(wording.rule(rule)).doesNotContain("{", "~", "."));
            shipped.comparisons()
                    .forEach(comparison ->
                            assertThat(wording.slot(comparison.slot())).doesNotContain("."));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
    }

    private static String sources() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/fourfold/linkage/explain"))) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
