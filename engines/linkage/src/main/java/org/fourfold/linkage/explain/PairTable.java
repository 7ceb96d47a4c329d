package org.fourfold.linkage.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.table.CsvText;

/**
 * Pairs as a CSV table (RFC 4180, October 2005): {@code source_a,id_a,source_b,id_b,weight,probability} and then each slot with
 * the level that holds, as the model file writes its kind; empty where it is not said. No value of a record is in it. The weight
 * is exact, in bits; the probability is empty without a calibration.
 */
public final class PairTable {

    private final Appendable out;

    /** Begins a table with its heading. */
    public PairTable(LinkageModel model, Appendable out) throws IOException {
        this.out = out;
        List<String> heads = new ArrayList<>(List.of("source_a", "id_a", "source_b", "id_b", "weight", "probability"));
        model.comparisons().stream().map(Comparison::slot).forEach(heads::add);
        row(heads);
    }

    /** Adds a row. */
    public void add(PairExplanation pair) throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                pair.a().source(),
                pair.a().id(),
                pair.b().source(),
                pair.b().id(),
                Json.exact(pair.weightParts()),
                pair.probability().isPresent() ? Json.rounded(pair.probability().getAsDouble()) : ""));
        for (Finding finding : pair.findings()) {
            switch (finding) {
                case Finding.NotSaid _ -> cells.add("");
                case Finding.Compared found -> cells.add(found.holds().kind().word());
                case Finding.Together _ -> {}
            }
        }
        row(cells);
    }

    private void row(List<String> cells) throws IOException {
        out.append(CsvText.row(cells)).append("\r\n");
    }
}
