package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.command.estimate.HotspotsAnswer;
import org.fourfold.command.estimate.HotspotsFile;
import org.fourfold.command.estimate.Table;
import org.fourfold.estimate.hotspots.AreaData;
import org.fourfold.estimate.hotspots.Hotspots;
import org.fourfold.estimate.hotspots.ScanModel;
import org.fourfold.estimate.hotspots.ScanOptions;
import org.fourfold.estimate.hotspots.ScanTime;
import org.fourfold.estimate.hotspots.WindowLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estimate hotspots}: where and when more happened than elsewhere. */
@Command(name = "hotspots")
final class EstimateHotspotsCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    EstimateCommands.Common common = new EstimateCommands.Common();

    @Parameters(index = "0", paramLabel = "PLACES", descriptionKey = "estimate-places-file")
    Path places = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "CASES", descriptionKey = "estimate-cases-file")
    Optional<Path> cases = Optional.empty();

    @Option(names = "--method", paramLabel = "MODEL", descriptionKey = "estimate-scan-model")
    Optional<ScanModel> model = Optional.empty();

    @Option(names = "--time", paramLabel = "WHEN", descriptionKey = "estimate-scan-time")
    ScanTime time = ScanTime.RETROSPECTIVE;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "estimate-scan-unit")
    ChronoUnit unit = ChronoUnit.MONTHS;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "estimate-scan-from")
    Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "estimate-scan-to")
    Optional<LocalDate> to = Optional.empty();

    @Option(names = "--share", paramLabel = "SHARE", descriptionKey = "estimate-scan-share")
    double share = WindowLimits.usual().populationShare();

    @Option(names = "--replicates", paramLabel = "N", descriptionKey = "estimate-scan-replicates")
    int replicates = 999;

    EstimateHotspotsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (!(share > 0 && share <= 1)) {
            throw EstimateCommands.wrong("--share", "0.01", "1");
        }
        if (replicates < 1 || replicates > ScanOptions.REPLICATES_MAX) {
            throw EstimateCommands.wrong("--replicates", "1", Integer.toString(ScanOptions.REPLICATES_MAX));
        }
        if (unit.compareTo(ChronoUnit.DAYS) < 0 || unit.compareTo(ChronoUnit.YEARS) > 0) {
            throw EstimateCommands.wrong("--unit", "days", "years");
        }
        Table where = Table.read(invocation.resolve(places));
        Optional<Table> when = Optional.empty();
        if (cases.isPresent()) {
            when = Optional.of(Table.read(invocation.resolve(cases.get())));
        }
        Optional<Table> dated = when;
        return common.tell(invocation, run -> {
            AreaData data = dated.map(table -> HotspotsFile.of(where, table, new HotspotsFile.Study(unit, from, to)))
                    .orElseGet(() -> HotspotsFile.of(where));
            return new HotspotsAnswer(Hotspots.scan(data, options(dated.isPresent()), run));
        });
    }

    private ScanOptions options(boolean isDated) {
        ScanOptions usual = isDated
                ? ScanOptions.spaceTime(model.orElse(ScanModel.SPACE_TIME_PERMUTATION), time)
                : ScanOptions.spatial(model.orElse(ScanModel.POISSON));
        return usual.with(usual.limits().withPopulationShare(share)).withReplicates(replicates);
    }
}
