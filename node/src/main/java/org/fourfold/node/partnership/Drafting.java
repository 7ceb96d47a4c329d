package org.fourfold.node.partnership;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.partnership.internal.Releases;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.shell.House;

/** How a draft comes about: totals from the rooms, outside any transaction of ours; then the rule about small totals. */
final class Drafting {

    private final List<Figures> rooms;
    private final House house;
    private final InstantSource clock;

    Drafting(List<Figures> rooms, House house, InstantSource clock) {
        this.rooms = List.copyOf(rooms);
        this.house = house;
        this.clock = clock;
    }

    /** A series and the totals asked of it. */
    record Counted(FigureSeries series, List<FigureCell> cells) {}

    List<FigureSeries> offered(Actor actor) {
        int lastWhole = clock.instant().atZone(house.zone()).getYear() - 1;
        return rooms.stream()
                .flatMap(room -> room.offered(actor).stream())
                .map(series -> series.lastYear() <= lastWhole ? series : until(series, lastWhole))
                .filter(FigureSeries::hasWholeYears)
                .toList();
    }

    private static FigureSeries until(FigureSeries series, int lastYear) {
        return new FigureSeries(
                series.code(),
                series.counted(),
                series.source(),
                series.attribution(),
                series.firstYear(),
                lastYear,
                series.asOf());
    }

    /** Asks the rooms. Throws every fault of the request at once. */
    Counted count(Actor actor, DraftRequest request) {
        FigureRequest asked = request.figures();
        FigureSeries series = offered(actor).stream()
                .filter(one -> one.code().equals(asked.series()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inField("partnership.series-unknown", "series")));
        Problems problems = new Problems();
        if (asked.from() < series.firstYear() || asked.to() > series.lastYear()) {
            problems.add(Problem.inField("partnership.years-outside", "to")
                    .with("first", Integer.toString(series.firstYear()))
                    .with("last", Integer.toString(series.lastYear())));
        }
        if (series.attribution().isEmpty() && !request.ownRecords()) {
            problems.add(Problem.inField("partnership.terms-unknown", "own"));
        }
        problems.throwIfAny();
        List<FigureCell> cells = rooms.stream()
                .map(room -> room.totals(actor, asked))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
        if (cells.isEmpty()) {
            throw new ProblemException(Problem.inField("partnership.nothing-to-show", "places"));
        }
        return new Counted(series, cells);
    }

    /** The edition, compared with everything the series ever showed. */
    Edition edition(Tx tx, Permission permission, DraftRequest request, Counted counted) {
        FigureRequest asked = request.figures();
        FigureSeries series = counted.series();
        Optional<FigureShape> kept = Releases.shape(tx, series.code());
        if (kept.isPresent() && !kept.get().equals(asked.shape())) {
            throw new ProblemException(Problem.inField("partnership.shape-kept", "places"));
        }
        return new Edition(
                house.organisationName(),
                house.demonstration(),
                series.code(),
                Releases.nextOrdinal(tx, series.code()),
                series.counted(),
                series.source(),
                series.attribution(),
                asked.shape(),
                asked.from(),
                asked.to(),
                series.asOf(),
                permission.licence(),
                permission.contact(),
                SmallTotals.publishable(counted.cells(), Releases.shown(tx, series.code())));
    }
}
