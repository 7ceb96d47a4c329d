package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.link.ColumnMap;
import org.fourfold.command.link.EarlierRun;
import org.fourfold.command.link.Elsewhere;
import org.fourfold.command.link.FrequencyFile;
import org.fourfold.command.link.JudgementFile;
import org.fourfold.command.link.LinkRun;
import org.fourfold.command.link.LinkSettings;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.command.link.ModelFile;
import org.fourfold.command.link.Sample;
import org.fourfold.command.link.SourcesFile;
import org.fourfold.linkage.evaluate.Estimate;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ShippedModels;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code fourfold link FILE... --model MODEL --out DIR}: which records of these tables are the same. Needs no node, no home and no
 * network; writes nothing but the folder.
 */
@Command(name = "link")
final class LinkCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    CommandSpec spec = CommandSpec.create();

    // What is needed is asked for in call(): picocli would ask for it before "link models" as well.
    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "link-files")
    List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "link-model")
    Optional<String> model = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "link-out")
    Optional<Path> out = Optional.empty();

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", descriptionKey = "link-map")
    List<String> maps = List.of();

    @Option(names = "--threshold", paramLabel = "BITS", descriptionKey = "link-threshold")
    Optional<Double> threshold = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "link-threads")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--judgements", paramLabel = "FILE", descriptionKey = "link-judgements")
    Optional<Path> judgements = Optional.empty();

    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "link-labels")
    Optional<Path> labels = Optional.empty();

    @Option(names = "--frequencies", paramLabel = "SLOT=FILE", descriptionKey = "link-frequencies")
    List<String> frequencies = List.of();

    @Option(names = "--sources", paramLabel = "FILE", descriptionKey = "link-sources")
    Optional<Path> sources = Optional.empty();

    @Option(names = "--previous", paramLabel = "DIR", descriptionKey = "link-previous")
    Optional<Path> previous = Optional.empty();

    @Option(names = "--explain", paramLabel = "N", descriptionKey = "link-explain")
    int explained;

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "link-engine")
    Optional<String> engine = Optional.empty();

    @Option(names = "--master", paramLabel = "ADDRESS", descriptionKey = "link-master")
    Optional<String> master = Optional.empty();

    LinkCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    static CommandLine with(Invocation invocation) {
        return new CommandLine(new LinkCommand(invocation))
                .addSubcommand("evaluate", new Evaluate(invocation))
                .addSubcommand("rules", new LinkRulesCommand(invocation))
                .addSubcommand("models", new Models(invocation))
                .addSubcommand("model", new PrintModel(invocation));
    }

    @Override
    public Integer call() throws IOException {
        LinkSettings settings = settings();
        LinkRun run = new LinkRun(
                settings,
                (language, remark) -> Texts.in(language).text(remark.key(), remark.values()),
                remark -> invocation.terminal().progress(invocation.text(remark.key(), remark.values())));
        try {
            tell(run.run(invocation::resolve), settings.out());
        } catch (OutOfMemoryError e) {
            // The run's arrays are garbage by now, and nothing was left in the folder: there is room to say so.
            throw new ProblemException(Problem.of("command.link-memory"));
        }
        return ExitCode.DONE.number();
    }

    private LinkSettings settings() throws IOException {
        String typed = model.orElseThrow(() -> missing("--model"));
        Path folder = invocation.resolve(out.orElseThrow(() -> missing("--out")));
        if (files.isEmpty()) {
            throw new MissingParameterException(
                    spec.commandLine(), spec.positionalParameters().getFirst(), "FILE");
        }
        if (threads < 1 || threads > LinkSettings.THREADS_MAX) {
            throw new ProblemException(Problem.inField("command.link-threads", "--threads")
                    .with("max", String.valueOf(LinkSettings.THREADS_MAX)));
        }
        if (explained < 0 || explained > LinkSettings.EXPLAINED_MAX) {
            throw new ProblemException(Problem.inField("command.link-explain", "--explain")
                    .with("max", String.valueOf(LinkSettings.EXPLAINED_MAX)));
        }
        if (threshold.isPresent() && !Double.isFinite(threshold.get())) {
            throw new ProblemException(Problem.inField("command.link-threshold", "--threshold"));
        }
        Optional<Elsewhere> elsewhere = Elsewhere.of(engine, master);
        ModelFile read = ModelFile.of(typed, invocation.resolve(Path.of(typed)));
        LinkageModel named = ColumnMap.of(maps, read.model()).in(read.model());
        LinkageModel used = threshold
                .map(bits -> named.withClustering(named.clustering().withEdge(bits)))
                .orElse(named);
        Optional<JudgementFile> judged = judgements.isEmpty()
                ? Optional.empty()
                : Optional.of(JudgementFile.of(invocation.resolve(judgements.get()), LocalDate.now(ZoneOffset.UTC)));
        return new LinkSettings(
                files,
                read,
                used,
                maps,
                folder,
                threads,
                invocation.language(),
                RootCommand.version(),
                judged,
                labels.map(invocation::resolve),
                FrequencyFile.of(frequencies, used, invocation::resolve),
                explained,
                sources.isEmpty() ? Optional.empty() : Optional.of(SourcesFile.of(invocation.resolve(sources.get()))),
                previous.isEmpty()
                        ? Optional.empty()
                        : Optional.of(EarlierRun.read(invocation.resolve(previous.get()))),
                elsewhere);
    }

    private MissingParameterException missing(String option) {
        return new MissingParameterException(spec.commandLine(), spec.findOption(option), option);
    }

    private void tell(LinkRun.Outcome outcome, Path folder) {
        say(new Remark(
                "command.link.done",
                Map.of(
                        "records",
                        outcome.records(),
                        "pairs",
                        outcome.pairs(),
                        "linked",
                        outcome.linkedRecords(),
                        "several",
                        outcome.several())));
        outcome.remarks().forEach(this::say);
        say(new Remark("command.link.folder", Map.of("folder", folder.toString())));
    }

    private void say(Remark remark) {
        invocation.terminal().line(invocation.text(remark.key(), remark.values()));
    }

    /** {@code fourfold link evaluate}: how right a linkage is, from pairs that people judged. */
    @Command(name = "evaluate")
    static final class Evaluate implements Callable<Integer> {

        private final Invocation invocation;

        @Option(names = "--clusters", paramLabel = "FILE", required = true, descriptionKey = "link-clusters")
        Path clusters = Path.of("");

        @Option(names = "--labels", paramLabel = "FILE", required = true, descriptionKey = "link-labels")
        Path labels = Path.of("");

        @Option(names = "--pairs", paramLabel = "FILE", descriptionKey = "link-pairs")
        Optional<Path> pairs = Optional.empty();

        Evaluate(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            Path written = invocation.resolve(clusters);
            Optional<Path> beside = pairs.map(invocation::resolve)
                    .or(() -> Optional.of(written.resolveSibling("pairs.csv"))
                            .filter(java.nio.file.Files::isRegularFile));
            Sample.Figures figures = Sample.of(written, beside, invocation.resolve(labels));
            say("command.link.judged", Map.of("judged", figures.judged(), "linked", figures.linked()));
            say("command.link.precision", interval(figures.precision()));
            if (figures.recall().isPresent()) {
                say("command.link.recall", interval(figures.recall().get()));
            } else {
                say("command.link.no-recall", Map.of());
            }
            if (figures.apart() > 0) {
                say("command.link.apart", Map.of("pairs", figures.apart(), "same", figures.apartSame()));
            }
            return ExitCode.DONE.number();
        }

        private static Map<String, Double> interval(Estimate estimate) {
            return Map.of("share", estimate.share(), "low", estimate.low(), "high", estimate.high());
        }

        private void say(String key, Map<String, ?> values) {
            invocation.terminal().line(invocation.text(key, values));
        }
    }

    /** {@code fourfold link models}: what is shipped. */
    @Command(name = "models")
    static final class Models implements Callable<Integer> {

        private final Invocation invocation;

        Models(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ShippedModels.NAMES.forEach(
                    name -> invocation.terminal().line(name + ": " + invocation.text("command.link.model." + name)));
            return ExitCode.DONE.number();
        }
    }

    /** {@code fourfold link model NAME}: prints one, to be copied and changed. */
    @Command(name = "model")
    static final class PrintModel implements Callable<Integer> {

        private final Invocation invocation;

        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "link-model-name")
        String name = "";

        PrintModel(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ModelFile file = ModelFile.of(name, invocation.resolve(Path.of(name)));
            invocation.terminal().line(file.text().stripTrailing());
            return ExitCode.DONE.number();
        }
    }
}
