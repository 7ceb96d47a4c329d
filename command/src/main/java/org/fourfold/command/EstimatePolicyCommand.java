package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.fourfold.command.estimate.PolicyAnswer;
import org.fourfold.command.estimate.PolicyFile;
import org.fourfold.command.estimate.Table;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.Policy;
import org.fourfold.estimate.policy.PolicyEffect;
import org.fourfold.estimate.policy.PolicyQuestion;
import org.fourfold.estimate.policy.SegmentedOptions;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate policy}: what changed with a policy. */
@Command(name = "policy")
final class EstimatePolicyCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    EstimateCommands.Common common = new EstimateCommands.Common();

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

    EstimatePolicyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (season < 0 || season > SegmentedOptions.PAIRS_MAX) {
            throw EstimateCommands.wrong("--season", "0", Integer.toString(SegmentedOptions.PAIRS_MAX));
        }
        if (lag.orElse(0) < 0 || lag.orElse(0) > Series.PERIODS_MAX) {
            throw EstimateCommands.wrong("--lag", "0", Integer.toString(Series.PERIODS_MAX));
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
