package org.fourfold.estimate.prevalence.loglinear;

import java.util.List;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;

/** One log-linear model of one table, named by whoever asks. */
public final class LogLinear {

    private LogLinear() {}

    /** Whether the model has an estimate from the table. */
    public static Verdict verdict(CaptureTable table, Interactions model) {
        PoissonFit fit = new PoissonFit(table.lists().size());
        fit.data.set(table.counts());
        return fit.fit(model, null);
    }

    /**
     * The model's estimate.
     *
     * @throws RefusedException where there is none, and why
     */
    public static FittedModel fit(CaptureTable table, Interactions model) {
        PoissonFit fit = new PoissonFit(table.lists().size());
        fit.data.set(table.counts());
        refuse(fit.fit(model, null), model.text(table.lists()));
        return FittedModel.of(fit, model, table.lists());
    }

    static void refuse(Verdict verdict, String model) {
        List<PrevalenceFault> faults = switch (verdict) {
            case SOUND -> List.of();
            case NO_EXTENDED_MLE -> List.of(PrevalenceFault.NO_ESTIMATE);
            case NOT_IDENTIFIABLE -> List.of(PrevalenceFault.NOT_IDENTIFIABLE);
            case NEITHER -> List.of(PrevalenceFault.NO_ESTIMATE, PrevalenceFault.NOT_IDENTIFIABLE);
        };
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    faults.stream().map(f -> Problem.of(f, "", model)).toList());
        }
    }
}
