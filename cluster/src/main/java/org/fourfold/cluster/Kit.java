package org.fourfold.cluster;

import java.io.Serializable;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.train.Weights;
import org.jspecify.annotations.Nullable;

/** What a machine needs to score: made once on each, with a desk for each of its threads. */
final class Kit implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkageModel model;
    private final Broadcast<Words> words;
    private final @Nullable Weights weights;
    private transient @Nullable Scorers scorers;
    private transient @Nullable Queue<Desk> desks;

    /** For these weights; without them rows can be compared and not scored. */
    Kit(LinkageModel model, Broadcast<Words> words, @Nullable Weights weights) {
        this.model = model;
        this.words = words;
        this.weights = weights;
    }

    LinkageModel model() {
        return model;
    }

    Broadcast<Words> broadcastWords() {
        return words;
    }

    Words words() {
        return words.value();
    }

    synchronized Scorers scorers() {
        Scorers made = scorers;
        if (made == null) {
            Words all = words();
            int[] none = {};
            Records records = all.records(none, none);
            made = new Scorers(
                    model,
                    records,
                    new Kernels(model, records),
                    Objects.requireNonNull(weights),
                    slot -> Frequencies.Counted.of(all.counts(slot.name())));
            scorers = made;
        }
        return made;
    }

    private synchronized Queue<Desk> desks() {
        Queue<Desk> all = desks;
        if (all == null) {
            all = new ConcurrentLinkedQueue<>();
            desks = all;
        }
        return all;
    }

    /** Works at a free desk. */
    <T> T at(Function<Desk, T> work) {
        Queue<Desk> all = desks();
        Desk free = all.poll();
        Desk desk = free == null ? new Desk(this) : free;
        try {
            return work.apply(desk);
        } finally {
            all.add(desk);
        }
    }
}
