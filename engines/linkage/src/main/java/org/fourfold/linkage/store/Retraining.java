package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.cluster.ClusterIds;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.train.Labels;

/** Learns from the records that a store holds and makes another store of what comes of it. */
final class Retraining {

    private final Holding holding;

    Retraining(Holding holding) {
        this.holding = holding;
    }

    Retrained run(Path path, PreviousClusters previous, Threads threads) throws IOException {
        Records records = new StoredRecords(holding).read();
        Judged judged = holding.state().judged();
        Known known = new Known(holding.meeting().matrix(), judged.all(), judged.day());
        Linkage.Result result = Linkage.link(
                holding.model(),
                records,
                new Linkage.Conditions(known.sources(), judged.standing(), Optional.empty(), Map.of(), Labels.NONE),
                threads);
        List<String> model = holding.folder().lines(holding.state().manifest().file(Draft.MODEL));
        Named named = new Named(records, ClusterIds.of(previous, records, result.clusters()));
        return new Retrained(LinkageStore.create(path, model, result, known), named);
    }

    static Named named(StoredRecords stored, PreviousClusters previous) {
        Records records = stored.read();
        return new Named(records, ClusterIds.of(previous, records, stored.clusters()));
    }
}
