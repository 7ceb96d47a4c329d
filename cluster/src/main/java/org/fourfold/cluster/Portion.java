package org.fourfold.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.TableCut;

/**
 * Some rows of one table, read and normalised, in the engine's order. Their values have numbers of their own.
 *
 * @param sequence which portion it is in the order of the tables
 * @param ranks per record what its order goes by
 * @param ids per record its id
 * @param source per record the number of its source
 * @param codes record by record the numbers of what it says
 */
@SuppressWarnings("ArrayRecordComponent")
record Portion(int sequence, long[] ranks, Texts ids, int[] source, int[] codes, Said said) implements Serializable {

    /**
     * The distinct values of a portion.
     *
     * @param values vocabulary by vocabulary
     * @param counts slot by slot how many records say each value, by place 0 how many say nothing
     */
    record Said(List<Texts> values, List<int[]> counts, List<String> sources) implements Serializable {}

    /** Where a portion is read from. */
    record Origin(int sequence, String file, String name, TableCut cut) implements Serializable {

        Portion read(LinkageModel model) throws IOException {
            try (Threads threads = Threads.ofCaller();
                    CsvTable table = cut.open(Path.of(file))) {
                RecordsReader reader = new RecordsReader(model, threads);
                reader.read(table, name);
                return of(sequence, reader.records());
            }
        }
    }

    private static Portion of(int sequence, Records records) {
        long[] ranks = records.ranks();
        Layout layout = Layout.of(records);
        List<Texts> values = new ArrayList<>();
        for (Vocabulary vocabulary : layout.vocabularies(records)) {
            values.add(Texts.of(vocabulary.values()));
        }
        List<int[]> counts =
                layout.slots().stream().map(records::slot).map(Slot::counts).toList();
        return new Portion(
                sequence,
                ranks,
                Texts.ids(records),
                records.source(),
                records.codes().table(),
                new Said(values, counts, records.sources()));
    }

    int size() {
        return ranks.length;
    }
}
