package org.fourfold.command.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.linkage.cluster.JudgementFault;
import org.fourfold.linkage.model.ModelProblem;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the engine finds wrong is told in the reader's language, place and mend included. */
class EngineFaultsTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void everyFaultOfTheEngineHasItsTexts(Language language) {
        Messages messages = Messages.load(language, List.of("command"));
        Stream<String> codes = Stream.of(
                        Stream.of(ModelProblem.Fault.values()).map(fault -> "command.link-model-" + fault.code()),
                        Stream.of(TableProblem.Fault.values()).map(fault -> "command.link-table-" + fault.code()),
                        Stream.of(JudgementFault.values()).map(fault -> "command.link-judgement-" + fault.code()))
                .flatMap(each -> each);
        assertThat(codes)
                .allMatch(code -> messages.has(code + ".fault"))
                .allMatch(code -> messages.has(code + ".mend"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "blok born | EN | own.model, line 4: \"blok\" is no statement. | A line begins with model",
                "blok born | ES | own.model, línea 4: «blok» no es una instrucción. | Una línea empieza con model",
                "compare born near much | EN | own.model, line 4: \"much\" is no number. | Write one",
                "compare born near much | ES | own.model, línea 4: «much» no es un número. | Escriba uno",
                "block {born | ES | own.model, línea 4: ningún campo de más arriba tiene «{born». | Hay: born,",
                "block born born | EN | own.model, line 4: this is no rule. | or {PART PART} where",
                "block born born | ES | own.model, línea 4: esto no es una regla. | o {PARTE PARTE} donde",
            })
    void aLineOfAModelIsToldInTheReadersLanguage(String line, Language language, String fault, String mend)
            throws IOException {
        Path file = Files.write(
                folder.resolve("own.model"),
                List.of("model m 1", "field name person full=n", "field born date dob", line));
        Problem told = told(() -> ModelFile.of(file.toString(), file));
        Messages messages = Messages.load(language, List.of("command"));
        assertThat(told.place()).isEqualTo(new Problem.Place.Field("--model"));
        assertThat(messages.fault(told)).isEqualTo(fault);
        assertThat(messages.mend(told)).contains(mend);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, judged.csv: two columns are called \"who\".",
        "ES, judged.csv: dos columnas se llaman «who».",
    })
    void aTableIsToldInTheReadersLanguage(Language language, String fault) throws IOException {
        Path file = Files.writeString(folder.resolve("judged.csv"), "who,who\n1,2\n");
        Problem told = told(() -> JudgementFile.of(file, LocalDate.EPOCH));
        assertThat(told.place()).isEqualTo(new Problem.Place.Field("--judgements"));
        assertThat(Messages.load(language, List.of("command")).fault(told)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | judged.csv, row 1: both records are the same one. | judged.csv, row 2: \"until\" is no day.",
                "ES | judged.csv, fila 1: los dos registros son el mismo. | judged.csv, fila 2: «until» no es un día.",
            })
    void everyRowOfJudgementsIsToldInTheReadersLanguage(Language language, String first, String second)
            throws IOException {
        Path file = Files.writeString(folder.resolve("judged.csv"), """
                id_a,id_b,verdict,who,when,until
                1,1,same,Xol,2026-01-01,
                1,2,same,Xol,2026-01-01,soon
                """);
        Messages messages = Messages.load(language, List.of("command"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> JudgementFile.of(file, LocalDate.EPOCH))
                        .problems())
                .extracting(messages::fault)
                .containsExactly(first, second);
    }

    @Test
    void aModelThatIsNotUtf8IsTold() throws IOException {
        Path file = Files.write(folder.resolve("own.model"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Problem told = told(() -> ModelFile.of(file.toString(), file));
        assertThat(Messages.load(Language.ES, List.of("command")).fault(told)).isEqualTo("own.model no está en UTF-8.");
    }

    private static Problem told(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problems().getFirst();
    }
}
