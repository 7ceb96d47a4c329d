package org.fourfold.linkage.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;

/**
 * Answers one question. What was typed is read as a table of one row is, its values are guests in the vocabularies for as long as
 * the question lasts, and everything else is the same as for a batch.
 */
final class Asking {

    private static final String QUESTION = "question";
    private static final int COLUMNS_MAX = 2_000;

    private final Holding holding;
    private final Blocks blocks;

    Asking(Holding holding) {
        this.holding = holding;
        this.blocks = holding.blocks();
    }

    List<Candidate> answer(Map<String, String> values) {
        long bytes = values.values().stream().mapToLong(String::length).sum();
        if (values.size() > COLUMNS_MAX || bytes > CsvTable.ROW_BYTES_MAX) {
            throw new StoreProblem("A question has at most " + COLUMNS_MAX + " columns and " + CsvTable.ROW_BYTES_MAX
                    + " letters; this has " + values.size() + " and " + bytes + ".");
        }
        List<String> columns = values.keySet().stream().sorted().toList();
        RecordsReader reader = new RecordsReader(holding.model(), Threads.ofCaller());
        reader.read(columns, Block.of(columns.stream().map(values::get).toList()), QUESTION);
        Records records = reader.records();
        holding.makeRoomFor(records, 0);
        Words words = holding.words();
        int[] sizes = words.sizes();
        try {
            return answer(records, words);
        } finally {
            words.forget(sizes);
        }
    }

    private record Found(int row, int evidence) {}

    private List<Candidate> answer(Records records, Words words) {
        Rows candidates = new Rows();
        blocks.candidates(holding.keys(records)::of, 0, candidates);
        Gathering gathering = holding.gathering(2);
        int[][] codes = words.codes(records);
        gathering.put(0, codes, 0);
        IntPredicate meets = holding.meets(codes[codes.length - 1][0], blocks);
        long rank = records.rank(0);
        List<Found> found = new ArrayList<>();
        new Matching(gathering, holding.least())
                .match(rank, Integer.MAX_VALUE, candidates, blocks, meets, (row, evidence) -> {
                    if (blocks.portionOf(row).rank(row) != rank) {
                        found.add(new Found(row, evidence));
                    }
                });
        return found.stream()
                .sorted(Comparator.comparingInt(Found::evidence).reversed().thenComparingInt(Found::row))
                .limit(LinkageStore.ANSWERS_MAX)
                .map(each -> candidate(each, rank, gathering))
                .toList();
    }

    private Candidate candidate(Found found, long rank, Gathering gathering) {
        Portion portion = blocks.portionOf(found.row());
        gathering.put(1, portion, found.row());
        boolean isFirst = Matching.isBefore(rank, Integer.MAX_VALUE, portion.rank(found.row()), found.row());
        int[] levels = gathering.levels(isFirst ? 0 : 1, isFirst ? 1 : 0);
        return new Candidate(
                holding.nameOf(found.row()),
                found.row(),
                holding.state().clusters()[found.row()],
                found.evidence(),
                found.evidence() + holding.weights().priorParts(),
                Arrays.stream(levels).boxed().toList());
    }
}
