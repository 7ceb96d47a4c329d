package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fourfold.command.terminal.TerminalOnPaper;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The command line explains itself, in both languages, and the guide tells the same. */
class HelpTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final Map<Language, String> PAGES = Map.of(Language.EN, "commands.md", Language.ES, "comandos.md");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandAndEachOfItsPartsIsExplained(Language language) {
        List<String> silent = new ArrayList<>();
        for (CommandLine command : tree(language)) {
            String name = command.getCommandSpec().qualifiedName();
            if (command.getCommandSpec().usageMessage().header().length == 0) {
                silent.add(name);
            }
            command.getCommandSpec().args().stream()
                    .filter(part -> part.description().length == 0 || part.description()[0].isBlank())
                    .forEach(part -> silent.add(name + " " + part));
        }
        assertThat(silent).as("without a word of help").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void helpIsAnAnswerAndEndsWithZero(Language language) {
        for (CommandLine command : tree(language)) {
            String[] words = (command.getCommandSpec().qualifiedName() + " --help").split(" ", -1);
            Said said = Said.to(language, java.util.Arrays.copyOfRange(words, 1, words.length));
            assertThat(said.code()).as(String.join(" ", words)).isZero();
        }
    }

    @Test
    void theLanguagesSayDifferentThings() {
        Map<String, String> english = headers(Language.EN);
        Map<String, String> spanish = headers(Language.ES);
        assertThat(english.keySet()).isEqualTo(spanish.keySet()).hasSizeGreaterThan(18);
        english.forEach((name, words) -> assertThat(spanish.get(name)).isNotEqualTo(words));
    }

    @Test
    void noHelpIsWrittenForWhatThereIsNot() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (CommandLine command : tree(Language.EN, true)) {
            String name = command.getCommandSpec().qualifiedName(".");
            asked.add(name + ".usage.header");
            command.getCommandSpec().args().forEach(part -> asked.add(key(part)));
        }
        Properties texts = new Properties();
        try (var in = HelpTest.class.getResourceAsStream("/messages/command/messages_en.properties")) {
            texts.load(in);
        }
        List<String> idle = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("command.help.") && !key.contains("Heading") && !key.endsWith("footer"))
                .map(key -> key.substring("command.help.".length()))
                .filter(key -> !asked.contains(key))
                .toList();
        assertThat(idle).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theGuideNamesEveryCommandOptionAndExitCode(Language language) throws IOException {
        String page = Files.readString(GUIDE.resolve(PAGES.get(language)), StandardCharsets.UTF_8);
        String help = Said.to(language, "--help").all();
        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains("| " + code.number() + " |");
            assertThat(help).containsPattern("\\b" + code.number() + "\\s+\\p{L}");
        }
        for (CommandLine command : tree(language)) {
            if (command.getSubcommands().isEmpty()) {
                assertThat(page)
                        .contains("`" + command.getCommandSpec().qualifiedName().substring("fourfold ".length()));
            }
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(page)
                            .as(command.getCommandSpec().qualifiedName())
                            .contains(option.longestName()));
        }
    }

    @Test
    void theVersionIsTold() {
        Said said = Said.to(Language.EN, "--version");
        assertThat(said.code()).isZero();
        assertThat(said.answer()).startsWith("Fourfold ");
    }

    @Test
    void theCompletionScriptIsGoodBashAndKnowsTheCommands(@TempDir Path folder) throws Exception {
        Path script = folder.resolve("fourfold.bash");
        Files.writeString(script, Said.to(Language.EN, "completion").answer() + "\n");
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "bash -n \"$0\" && . \"$0\" && compopt() { :; }; COMP_WORDS=(fourfold mem); COMP_CWORD=1;"
                                + " _complete_fourfold; printf '%s\\n' \"${COMPREPLY[@]}\"",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(told).isZero();
        assertThat(told.lines().toList()).contains("member");
    }

    @ParameterizedTest
    @CsvSource({
        "imprt, import",
        "export incident, incidents",
        "demo --prot, --port",
        "import incidents file.csv --dryrun, --dry-run",
        "import incidents file.csv --vintaje=2026-01-01, --vintage",
    })
    void aMistypedWordIsAnsweredWithTheNearestKnownOne(String typed, String near) {
        Said said = Said.to(Language.ES, typed.split(" ", -1));
        assertThat(said.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.remarks()).contains("¿Quiso decir " + near + "?");
        assertThat(said.lines()).isEmpty();
    }

    @Test
    void nothingIsGuessedWhereNothingIsNear() {
        assertThat(Said.to(Language.EN, "zzzzzz").all())
                .contains("Not understood: zzzzzz", "fourfold --help")
                .doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource({
        "import incidents, FILE",
        "member invite dora, --full-name",
        "demo --port four, four",
        "import, incidents",
        "'', demo",
    })
    void whatIsMissingOrNoValueIsNamed(String typed, String named) {
        Said said = Said.to(Language.EN, typed.isEmpty() ? new String[0] : typed.split(" ", -1));
        assertThat(said.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.all()).contains(named);
    }

    @Test
    void faultsAreToldWithTheirPlaceAndMend(@TempDir Path folder) {
        String nowhere = folder.resolve("nowhere").toString();
        Said noHome = Said.to(Language.ES, "member", "list", "--home", nowhere);
        assertThat(noHome.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(noHome.all()).contains("No hay ningún nodo", "--home");
        Said port = Said.to(Language.ES, "demo", "--port", "70000", "--home", nowhere);
        assertThat(port.code()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(port.all()).contains("No existe el puerto 70000");
        assertThat(Path.of(nowhere)).doesNotExist();
    }

    private static Map<String, String> headers(Language language) {
        return tree(language).stream()
                .collect(Collectors.toMap(
                        command -> command.getCommandSpec().qualifiedName(),
                        command -> String.join(
                                " ", command.getCommandSpec().usageMessage().header())));
    }

    private static String key(CommandLine.Model.ArgSpec part) {
        String described = part.descriptionKey();
        if (described != null && !described.isEmpty()) {
            return described;
        }
        return part instanceof CommandLine.Model.OptionSpec option
                ? option.longestName().substring(2)
                : part.paramLabel();
    }

    /** Every command that help shows, groups included, the root first. */
    private static List<CommandLine> tree(Language language) {
        return tree(language, false);
    }

    private static List<CommandLine> tree(Language language, boolean hiddenToo) {
        List<CommandLine> all = new ArrayList<>();
        add(CommandLines.build(Said.invocation(language, Map.of(), new TerminalOnPaper(100))), hiddenToo, all);
        return all;
    }

    private static void add(CommandLine command, boolean hiddenToo, List<CommandLine> all) {
        if (hiddenToo || !command.getCommandSpec().usageMessage().hidden()) {
            all.add(command);
            command.getSubcommands().values().forEach(under -> add(under, hiddenToo, all));
        }
    }
}
