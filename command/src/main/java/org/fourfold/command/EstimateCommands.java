package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.command.estimate.Answer;
import org.fourfold.command.estimate.Document;
import org.fourfold.command.estimate.ReportPage;
import org.fourfold.command.estimate.Words;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * {@code fourfold estimate prevalence|hotspots|policy|funnel FILE...}: how many, where, because of what, and how far cases got. Needs no node, no
 * home and no network; says its answer and writes nothing.
 */
final class EstimateCommands {

    private static final String NAME = "estimate";

    private EstimateCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, NAME))
                .addSubcommand("prevalence", new EstimatePrevalenceCommand(invocation))
                .addSubcommand("hotspots", new EstimateHotspotsCommand(invocation))
                .addSubcommand("policy", new EstimatePolicyCommand(invocation))
                .addSubcommand("funnel", new EstimateFunnelCommand(invocation));
    }

    /** What every estimate may be told. */
    static final class Common {

        private static final int THREADS_MAX = 256;

        @Option(names = "--seed", paramLabel = "N", descriptionKey = "estimate-seed")
        long seed = 1;

        @Option(names = "--threads", paramLabel = "N", descriptionKey = "estimate-threads")
        int threads = Runtime.getRuntime().availableProcessors();

        @Option(names = "--json", descriptionKey = "estimate-json")
        boolean json;

        @Option(names = "--report", paramLabel = "FILE", descriptionKey = "estimate-report")
        Optional<Path> report = Optional.empty();

        int tell(Invocation invocation, Function<Run, Answer> estimate) throws IOException {
            if (threads < 1 || threads > THREADS_MAX) {
                throw wrong("--threads", "1", Integer.toString(THREADS_MAX));
            }
            Run run = new Run(seed, threads, (stage, done, total) -> {});
            Words words = new Words(invocation.language().locale(), invocation::text);
            Answer answer;
            try {
                answer = estimate.apply(run);
            } catch (RefusedException e) {
                throw words.refusal(e);
            }
            if (report.isPresent()) {
                write(invocation, answer, words);
            } else if (json) {
                answer.json(words).forEach(each -> invocation.terminal().line(Json.text(each)));
            } else {
                answer.lines(words).forEach(invocation.terminal()::line);
            }
            return ExitCode.DONE.number();
        }

        private void write(Invocation invocation, Answer answer, Words words) throws IOException {
            Document document = answer.document(words);
            ExitCode _ = OutputFile.write(invocation, report, "command.estimate.report.written", out -> {
                ReportPage.write(document, words, line(invocation), out);
                return document.parts().size();
            });
        }

        /** As it was typed; of files their names, for folders may tell who worked where. */
        private static String line(Invocation invocation) {
            return "./fourfold "
                    + invocation.arguments().stream()
                            .map(word -> word.contains("/")
                                    ? String.valueOf(Path.of(word).getFileName())
                                    : word)
                            .collect(Collectors.joining(" "));
        }
    }

    static ProblemException wrong(String option, String least, String most) {
        return new ProblemException(Problem.inField("command.estimate-range", option)
                .with("least", least)
                .with("most", most));
    }
}
