package org.fourfold.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.Problem;
import org.junit.jupiter.api.Test;

/** Tables keep to the terminal and lose no word; faults stand in one with place and mend. */
class TableTest {

    private static final String LONG = "La fecha 03/04/2021 puede ser dos días distintos según el orden";

    @Test
    void aNarrowTerminalGetsNarrowLinesWithEveryWord() {
        List<String> lines = new Table(List.of("Dónde", "Qué pasa"))
                .row(List.of("fila 7, Incident Date", LONG))
                .row(List.of("fila 12, x", "corto"))
                .lines(40);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        String told = String.join(" ", lines);
        for (String word : LONG.split(" ", -1)) {
            assertThat(told).contains(word);
        }
    }

    @Test
    void aLongPathBreaksNoLineOfTheTable() {
        String path = "/var/lib/" + "fourfold-".repeat(8) + "home";
        List<String> lines = new Table(List.of("Dónde", "Qué pasa", "Qué hacer"))
                .row(List.of(path, "No hay ningún nodo en " + path + ".", LONG))
                .lines(100);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(lines.get(2)).startsWith(path.substring(0, 40));
    }

    @Test
    void columnsStandUnderTheirHeads() {
        assertThat(new Table(List.of("Name", "State"))
                        .row(List.of("clara", "active"))
                        .lines(80))
                .containsExactly("Name   State", "-----  ------", "clara  active");
    }

    @Test
    void faultsSayWhereWhatAndWhatToDoInTheReadersLanguage() {
        Problem problem = Problem.inField("command.port-invalid", "--port").with("port", "70000");
        Problem cell = new Problem("command.day-form", new Problem.Place.Cell(12, "Fecha"), Map.of());
        for (Language language : Language.values()) {
            TerminalOnPaper terminal = new TerminalOnPaper(200);
            Messages messages = Messages.load(language, List.of("command"));
            new Faults(messages).tell(terminal, List.of(problem, cell));
            assertThat(terminal.lines()).isEmpty();
            assertThat(terminal.remarks()).hasSize(4);
            assertThat(terminal.remarks().get(2)).contains("--port", "70000", messages.mend(problem));
            assertThat(terminal.remarks().get(3))
                    .startsWith(language == Language.ES ? "fila 12, Fecha" : "row 12, Fecha")
                    .contains(messages.fault(cell), messages.mend(cell));
        }
    }

    @Test
    void manyFaultsAreCountedNotPouredOut() {
        List<Problem> many = IntStream.range(0, Faults.SHOWN_MAX + 12)
                .mapToObj(row -> new Problem("command.day-form", new Problem.Place.Cell(row, "Fecha"), Map.of()))
                .toList();
        TerminalOnPaper terminal = new TerminalOnPaper(200);
        new Faults(Messages.load(Language.EN, List.of("command"))).tell(terminal, many);
        assertThat(terminal.remarks()).hasSize(2 + Faults.SHOWN_MAX + 1);
        assertThat(terminal.remarks().getLast()).isEqualTo("And 12 more.");
    }

    @Test
    void theLanguageAskedForGoesBeforeTheLocale() {
        assertThat(TerminalLanguage.of(Optional.of("es"), Map.of("LANG", "en_US.UTF-8")))
                .isEqualTo(Language.ES);
        assertThat(TerminalLanguage.of(Optional.empty(), Map.of("LANG", "es_GT.UTF-8")))
                .isEqualTo(Language.ES);
        assertThat(TerminalLanguage.of(Optional.empty(), Map.of("LC_ALL", "C", "LANG", "es_GT.UTF-8")))
                .isEqualTo(Language.EN);
        assertThat(TerminalLanguage.of(Optional.empty(), Map.of("FOURFOLD_LANGUAGE", "es", "LC_ALL", "C")))
                .isEqualTo(Language.ES);
    }
}
