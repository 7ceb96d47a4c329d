package org.fourfold.estimate.prevalence;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.prevalence.checks.HiddenList;
import org.fourfold.estimate.prevalence.checks.SmallCells;
import org.fourfold.estimate.prevalence.loglinear.Ranking;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * How many persons there may be, as several methods see it, with what speaks for and against each.
 *
 * @param options as it was asked: with data and seed of the provenance the same result is made again
 * @param lists their names, bit 0 of a mask first
 * @param cases how many persons some list has
 * @param panel what each method says
 * @param ranking models by Schwarz's criterion, and how many had no estimate, where that method was asked
 * @param hidden each list foretold from the others, where that was asked
 * @param shown the table as it may leave the house
 * @param cautions what speaks against all of it; those of one method stand with its answer
 */
public record PrevalenceResult(
        Provenance provenance,
        PrevalenceOptions options,
        List<String> lists,
        int cases,
        Panel panel,
        Optional<Ranking> ranking,
        List<HiddenList> hidden,
        SmallCells shown,
        List<Problem> cautions) {

    public PrevalenceResult {
        lists = List.copyOf(lists);
        hidden = List.copyOf(hidden);
        cautions = List.copyOf(cautions);
    }
}
