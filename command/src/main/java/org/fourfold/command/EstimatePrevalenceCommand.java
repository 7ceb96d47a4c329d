package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.estimate.PrevalenceAnswer;
import org.fourfold.command.estimate.PrevalenceFile;
import org.fourfold.command.estimate.Table;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Method;
import org.fourfold.estimate.prevalence.Prevalence;
import org.fourfold.estimate.prevalence.PrevalenceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate prevalence}: how many persons no list has. */
@Command(name = "prevalence")
final class EstimatePrevalenceCommand implements Callable<Integer> {

    private static final int REPLICATES_MIN = 100;
    private static final int REPLICATES_MAX = 100_000;

    private final Invocation invocation;

    @Mixin
    EstimateCommands.Common common = new EstimateCommands.Common();

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

    EstimatePrevalenceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (replicates < REPLICATES_MIN || replicates > REPLICATES_MAX) {
            throw EstimateCommands.wrong(
                    "--replicates", Integer.toString(REPLICATES_MIN), Integer.toString(REPLICATES_MAX));
        }
        if (order.isPresent() && (order.get() < 2 || order.get() >= CaptureTable.LISTS_MAX)) {
            throw EstimateCommands.wrong("--order", "2", Integer.toString(CaptureTable.LISTS_MAX - 1));
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
