package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.estimate.CountsAnswer;
import org.fourfold.command.estimate.FunnelAnswer;
import org.fourfold.command.estimate.FunnelFile;
import org.fourfold.command.estimate.Table;
import org.fourfold.estimate.funnel.Funnel;
import org.fourfold.estimate.funnel.FunnelOptions;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate funnel}: how far cases got. */
@Command(name = "funnel")
final class EstimateFunnelCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    EstimateCommands.Common common = new EstimateCommands.Common();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "estimate-funnel-file")
    Path file = Path.of("");

    @Option(names = "--data-day", paramLabel = "DAY", descriptionKey = "estimate-data-day")
    Optional<LocalDate> dataDay = Optional.empty();

    @Option(names = "--outcome", paramLabel = "STAGE", descriptionKey = "estimate-outcome")
    String outcome = FunnelOptions.usual().outcome();

    EstimateFunnelCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Table table = Table.read(invocation.resolve(file));
        FunnelOptions usual = FunnelOptions.usual();
        if (FunnelFile.isOfCounts(table)) {
            return common.tell(
                    invocation, run -> new CountsAnswer(Funnel.ofCounts(FunnelFile.counts(table), usual.level(), run)));
        }
        LocalDate day = dataDay.orElseThrow(
                () -> new ProblemException(Problem.inField("command.estimate-data-day", "--data-day")));
        FunnelOptions options = new FunnelOptions(outcome, usual.horizons(), usual.level());
        return common.tell(
                invocation,
                run -> new FunnelAnswer(Funnel.of(FunnelFile.cases(table, day, outcome), options, run), outcome));
    }
}
