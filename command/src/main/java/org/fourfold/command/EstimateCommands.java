package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.command.estimate.Answer;
import org.fourfold.command.estimate.CountsAnswer;
import org.fourfold.command.estimate.Document;
import org.fourfold.command.estimate.FunnelAnswer;
import org.fourfold.command.estimate.FunnelFile;
import org.fourfold.command.estimate.PolicyAnswer;
import org.fourfold.command.estimate.PolicyFile;
import org.fourfold.command.estimate.PrevalenceAnswer;
import org.fourfold.command.estimate.PrevalenceFile;
import org.fourfold.command.estimate.ReportPage;
import org.fourfold.command.estimate.Table;
import org.fourfold.command.estimate.Words;
import org.fourfold.estimate.funnel.Funnel;
import org.fourfold.estimate.funnel.FunnelOptions;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.Policy;
import org.fourfold.estimate.policy.PolicyEffect;
import org.fourfold.estimate.policy.PolicyQuestion;
import org.fourfold.estimate.policy.SegmentedOptions;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Source;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Method;
import org.fourfold.estimate.prevalence.Prevalence;
import org.fourfold.estimate.prevalence.PrevalenceOptions;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fourfold estimate prevalence|hotspots|policy|funnel FILE...}: how many, where, because of what, and how far cases got. Needs no node, no
 * home and no network; says its answer and writes nothing.
 */
final class EstimateCommands {

    private static final String NAME = "estimate";

    private EstimateCommands() {}

    static CommandLine group(Invocation invocation) {
        return new CommandLine(new Group(invocation, NAME))
                .addSubcommand("prevalence", new PrevalenceCommand(invocation))
                .addSubcommand("hotspots", new EstimateHotspotsCommand(invocation))
                .addSubcommand("policy", new PolicyCommand(invocation))
                .addSubcommand("funnel", new FunnelCommand(invocation));
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

    /** {@code estimate prevalence}: how many persons no list has. */
    @Command(name = "prevalence")
    static final class PrevalenceCommand implements Callable<Integer> {

        private static final int REPLICATES_MIN = 100;
        private static final int REPLICATES_MAX = 100_000;

        private final Invocation invocation;

        @Mixin
        Common common = new Common();

        @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "estimate-lists-file")
        Path file = Path.of("");

        @Option(names = "--count", paramLabel = "COLUMN", descriptionKey = "estimate-count")
        Optional<String> count = Optional.empty();

        @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "estimate-method")
        List<Method> methods = new ArrayList<>();

        @Option(names = "--replicates", paramLabel = "N", descriptionKey = "estimate-replicates")
        int replicates = 1000;

        @Option(names = "--order", paramLabel = "N", descriptionKey = "estimate-order")
        Optional<Integer> order = Optional.empty();

        PrevalenceCommand(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            if (replicates < REPLICATES_MIN || replicates > REPLICATES_MAX) {
                throw wrong("--replicates", Integer.toString(REPLICATES_MIN), Integer.toString(REPLICATES_MAX));
            }
            if (order.isPresent() && (order.get() < 2 || order.get() >= CaptureTable.LISTS_MAX)) {
                throw wrong("--order", "2", Integer.toString(CaptureTable.LISTS_MAX - 1));
            }
            Table table = Table.read(invocation.resolve(file));
            return common.tell(invocation, run -> {
                CaptureTable lists = PrevalenceFile.of(table, count);
                return new PrevalenceAnswer(Prevalence.estimate(lists, options(lists), run));
            });
        }

        private PrevalenceOptions options(CaptureTable lists) {
            PrevalenceOptions usual = PrevalenceOptions.usual(lists);
            PrevalenceOptions asked =
                    usual.with(replicates, order.orElse(usual.criterion().order()));
            return methods.isEmpty()
                    ? asked
                    : asked.with(EnumSet.copyOf(methods)).withoutHiding().patient();
        }
    }

    /** {@code estimate policy}: what changed with a policy. */
    @Command(name = "policy")
    static final class PolicyCommand implements Callable<Integer> {

        private final Invocation invocation;

        @Mixin
        Common common = new Common();

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "estimate-series-files")
        List<Path> files = List.of();

        @Option(names = "--date", paramLabel = "DAY", required = true, descriptionKey = "estimate-date")
        LocalDate date = LocalDate.EPOCH;

        @Option(names = "--count", paramLabel = "COLUMN", descriptionKey = "estimate-count")
        Optional<String> count = Optional.empty();

        @Option(names = "--exposure", paramLabel = "COLUMN", descriptionKey = "estimate-exposure")
        Optional<String> exposure = Optional.empty();

        @Option(names = "--placebo", paramLabel = "FILE", descriptionKey = "estimate-placebo")
        List<Path> placebos = List.of();

        @Option(names = "--method", paramLabel = "MODEL", descriptionKey = "estimate-model")
        CountModel model = SegmentedOptions.usual().model();

        @Option(names = "--season", paramLabel = "N", descriptionKey = "estimate-season")
        int season = SegmentedOptions.usual().fourierPairs();

        @Option(names = "--slope", descriptionKey = "estimate-slope")
        boolean slope;

        @Option(names = "--lag", paramLabel = "N", descriptionKey = "estimate-lag")
        Optional<Integer> lag = Optional.empty();

        PolicyCommand(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            if (season < 0 || season > SegmentedOptions.PAIRS_MAX) {
                throw wrong("--season", "0", Integer.toString(SegmentedOptions.PAIRS_MAX));
            }
            if (lag.orElse(0) < 0 || lag.orElse(0) > Series.PERIODS_MAX) {
                throw wrong("--lag", "0", Integer.toString(Series.PERIODS_MAX));
            }
            List<Table> tables = read(files);
            List<Table> places = read(placebos);
            return common.tell(invocation, run -> new PolicyAnswer(PolicyEffect.of(question(tables, places), run)));
        }

        private List<Table> read(List<Path> typed) throws IOException {
            List<Table> tables = new ArrayList<>();
            for (Path path : typed) {
                tables.add(Table.read(invocation.resolve(path)));
            }
            return tables;
        }

        private PolicyQuestion question(List<Table> tables, List<Table> places) {
            PolicyQuestion usual = PolicyQuestion.of(
                    new Policy("", date),
                    tables.stream()
                            .map(table -> new Source(table.name(), PolicyFile.of(table, count, exposure)))
                            .toList());
            return new PolicyQuestion(
                    usual.policy(),
                    usual.sources(),
                    places.stream()
                            .map(table -> PolicyFile.of(table, count, exposure))
                            .toList(),
                    usual.placeboDates(),
                    new SegmentedOptions(
                            model, season, slope, lag.map(OptionalInt::of).orElseGet(OptionalInt::empty)),
                    usual.level(),
                    usual.smallestThatMatters());
        }
    }

    /** {@code estimate funnel}: how far cases got. */
    @Command(name = "funnel")
    static final class FunnelCommand implements Callable<Integer> {

        private final Invocation invocation;

        @Mixin
        Common common = new Common();

        @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "estimate-funnel-file")
        Path file = Path.of("");

        @Option(names = "--data-day", paramLabel = "DAY", descriptionKey = "estimate-data-day")
        Optional<LocalDate> dataDay = Optional.empty();

        @Option(names = "--outcome", paramLabel = "STAGE", descriptionKey = "estimate-outcome")
        String outcome = FunnelOptions.usual().outcome();

        FunnelCommand(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            Table table = Table.read(invocation.resolve(file));
            FunnelOptions usual = FunnelOptions.usual();
            if (FunnelFile.isOfCounts(table)) {
                return common.tell(
                        invocation,
                        run -> new CountsAnswer(Funnel.ofCounts(FunnelFile.counts(table), usual.level(), run)));
            }
            LocalDate day = dataDay.orElseThrow(
                    () -> new ProblemException(Problem.inField("command.estimate-data-day", "--data-day")));
            FunnelOptions options = new FunnelOptions(outcome, usual.horizons(), usual.level());
            return common.tell(
                    invocation,
                    run -> new FunnelAnswer(Funnel.of(FunnelFile.cases(table, day, outcome), options, run), outcome));
        }
    }
}
