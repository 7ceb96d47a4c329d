package org.fourfold.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.records.Vocabulary;

/**
 * Which numbers a record is made of.
 *
 * @param slots in their order
 * @param vocabularyOf per slot which vocabulary its values are of; slots that may be swapped share one
 */
@SuppressWarnings("ArrayRecordComponent")
record Layout(List<String> slots, int[] vocabularyOf) implements Serializable {

    Layout {
        slots = List.copyOf(slots);
    }

    /** As the engine has it. */
    static Layout of(LinkageModel model) {
        try (Threads threads = Threads.ofCaller()) {
            return of(new RecordsReader(model, threads).records());
        }
    }

    static Layout of(Records records) {
        List<String> slots = records.codes().slots();
        IdentityHashMap<Vocabulary, Integer> numbers = new IdentityHashMap<>();
        int[] vocabularyOf = new int[slots.size()];
        for (int i = 0; i < vocabularyOf.length; i++) {
            vocabularyOf[i] = numbers.computeIfAbsent(records.slot(slots.get(i)).vocabulary(), each -> numbers.size());
        }
        return new Layout(slots, vocabularyOf);
    }

    /** Numbers of a record. */
    int step() {
        return slots.size();
    }

    int vocabularies() {
        return Arrays.stream(vocabularyOf).max().orElse(-1) + 1;
    }

    /** The vocabularies of records that are laid out so. */
    List<Vocabulary> vocabularies(Records records) {
        List<Vocabulary> all = new ArrayList<>();
        for (int i = 0; i < vocabularyOf.length; i++) {
            if (vocabularyOf[i] == all.size()) {
                all.add(records.slot(slots.get(i)).vocabulary());
            }
        }
        return all;
    }
}
