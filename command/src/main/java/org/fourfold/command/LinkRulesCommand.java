package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.link.ColumnMap;
import org.fourfold.command.link.LinkSettings;
import org.fourfold.command.link.ModelFile;
import org.fourfold.command.link.RulesRun;
import org.fourfold.linkage.search.SearchOutcome;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fourfold link rules FILE... --model MODEL --budget PAIRS}: which rules find most for so many pairs. */
@Command(name = "rules")
final class LinkRulesCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "link-files")
    List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "MODEL", required = true, descriptionKey = "link-model")
    String model = "";

    @Option(names = "--budget", paramLabel = "PAIRS", required = true, descriptionKey = "link-budget")
    long budget;

    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "link-rules-labels")
    Optional<Path> labels = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "link-rules-out")
    Optional<Path> out = Optional.empty();

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", descriptionKey = "link-map")
    List<String> maps = List.of();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "link-threads")
    int threads = Runtime.getRuntime().availableProcessors();

    LinkRulesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (budget < 1 || budget > RulesRun.BUDGET_MAX) {
            throw new ProblemException(Problem.inField("command.link-rules-budget", "--budget")
                    .with("max", String.valueOf(RulesRun.BUDGET_MAX)));
        }
        if (threads < 1 || threads > LinkSettings.THREADS_MAX) {
            throw new ProblemException(Problem.inField("command.link-threads", "--threads")
                    .with("max", String.valueOf(LinkSettings.THREADS_MAX)));
        }
        Optional<Path> file = out.map(invocation::resolve);
        if (file.filter(Files::exists).isPresent()) {
            throw OutputFile.taken(file.get());
        }
        ModelFile read = ModelFile.of(model, invocation.resolve(Path.of(model)));
        RulesRun run = new RulesRun(
                new RulesRun.Wanted(
                        files, read, ColumnMap.of(maps, read.model()).in(read.model()), maps, budget, labels, threads),
                remark -> invocation.terminal().progress(invocation.text(remark.key(), remark.values())));
        try {
            RulesRun.Answer answer = run.run(invocation::resolve);
            tell(answer);
            if (file.isPresent()) {
                write(answer.modelText(), file.get());
            }
        } catch (OutOfMemoryError e) {
            throw new ProblemException(Problem.of("command.link-memory"));
        }
        return ExitCode.DONE.number();
    }

    private void tell(RulesRun.Answer answer) {
        SearchOutcome.Found found = answer.found();
        say("command.link.rules.matches", Map.of("matches", Math.round(found.expected()), "drawn", found.drawn()));
        for (SearchOutcome.Proposal rule : found.rules()) {
            invocation.terminal().line("block " + rule.rule());
            say(
                    "command.link.rules.rule",
                    Map.of(
                            "pairs",
                            rule.pairs(),
                            "added",
                            rule.added(),
                            "alone",
                            rule.alone(),
                            "gained",
                            rule.gained()));
        }
        say(
                "command.link.rules.together",
                Map.of(
                        "rules",
                        found.rules().size(),
                        "pairs",
                        found.found().pairs(),
                        "coverage",
                        found.found().coverage()));
        say(
                "command.link.rules.present",
                Map.of(
                        "pairs",
                        found.present().pairs(),
                        "coverage",
                        found.present().coverage()));
        answer.remarks().forEach(remark -> say(remark.key(), remark.values()));
    }

    private void write(String text, Path file) throws IOException {
        ExitCode _ = OutputFile.write(invocation, Optional.of(file), "command.link.rules.written", writer -> {
            writer.write(text);
            return text.lines().count();
        });
    }

    private void say(String key, Map<String, ?> values) {
        invocation.terminal().line(invocation.text(key, values));
    }
}
