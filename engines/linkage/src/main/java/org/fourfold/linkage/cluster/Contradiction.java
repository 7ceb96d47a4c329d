package org.fourfold.linkage.cluster;

import java.util.List;
import org.fourfold.linkage.records.RecordName;

/** Something about judgements that only a person can put right. Until then the safe reading holds: apart. */
public sealed interface Contradiction {

    /**
     * One pair was judged to be one and to be two. It stays apart.
     *
     * @param judgements the last word of everybody who judged it
     */
    record BothWays(RecordName a, RecordName b, List<Judgement> judgements) implements Contradiction {
        /** Keeps a copy. */
        public BothWays {
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * Two records were judged different, yet a chain of judgements makes them one. They stay apart, and nothing that lies on any
     * way between them is joined by judgement; evidence may still join what it can.
     *
     * @param chain from one to the other, three records or more, the shortest there is
     * @param same the judgements along the chain
     * @param different those that say otherwise
     */
    record Chain(List<RecordName> chain, List<Judgement> same, List<Judgement> different) implements Contradiction {
        /** Keeps copies. */
        public Chain {
            chain = List.copyOf(chain);
            same = List.copyOf(same);
            different = List.copyOf(different);
        }
    }

    /** Several records have the name: judgements that make it one with others join nothing, those that keep it apart hold for all. */
    record Ambiguous(RecordName name, int records) implements Contradiction {}

    /**
     * Judged to be one, but the sources of these two, or of records that others were judged to be one with, must not be linked.
     * They stay apart.
     *
     * @param a the one record's number in the run
     * @param b the other's
     */
    record Forbidden(int a, int b) implements Contradiction {}
}
