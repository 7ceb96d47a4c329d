package org.fourfold.node.prevention.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Prevalence;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.TableFaults;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.linkage.train.Weights;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prevention.OverlapEstimate;
import org.fourfold.node.prevention.OverlapList;
import org.fourfold.node.prevention.OverlapReport;
import org.fourfold.node.prevention.OverlapReport.Counted;
import org.fourfold.node.prevention.OverlapReport.Sureness;

/** Links lists of persons with the engine's model {@code persons} and counts who stands on which. In memory, one thread. */
public final class OverlapCount {

    /** Bands of probability, the surest first. */
    private static final List<Double> BANDS = List.of(0.99, 0.9, 0.5, 0.0);

    /** Of the estimate; the page says it. */
    private static final long SEED = 1;

    private final LinkageModel model = ModelReader.shipped("persons");
    private final int most;
    private final int least;

    /** For so many records at most and at least. */
    public OverlapCount(int most, int least) {
        this.most = most;
        this.least = least;
    }

    /** What a person is told by, as the columns of a list may say it. */
    public static List<String> parts() {
        return List.of(
                "given", "surnames", "full", "born", "sex", "phone", "number", "municipality", "department", "country");
    }

    /** Counts; problems name the list by its letter and never what stands in it. */
    public OverlapReport of(List<OverlapList> lists, Map<String, String> columns) {
        List<List<String>> headings = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            try (CsvTable table = CsvTable.of(letter(i), lists.get(i).open())) {
                headings.add(table.columns());
            } catch (TableProblem | IOException unreadable) {
                throw unreadable(i);
            }
        }
        LinkageModel named = new OverlapColumns(model).with(columns, headings);
        for (int i = 0; i < lists.size(); i++) {
            if (!OverlapColumns.tellsWho(named, headings.get(i))) {
                throw new ProblemException(
                        Problem.inField("prevention.overlap-columns", "given").with("list", letter(i)));
            }
        }
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(named, threads);
            long[] leftOut = new long[lists.size()];
            Lines lines = new Lines(most + lists.size());
            for (int i = 0; i < lists.size(); i++) {
                leftOut[i] = read(reader, lists.get(i), i, lines);
            }
            Records records = reader.records();
            if (records.size() < least) {
                throw new ProblemException(
                        Problem.inField("prevention.overlap-few", "file").with("min", Integer.toString(least)));
            }
            return report(Linkage.link(named, records, threads), leftOut);
        }
    }

    /** Rows that were left out. */
    private static long read(RecordsReader reader, OverlapList list, int number, Lines lines) {
        try (CsvTable table = CsvTable.of(letter(number), new Counting(list.open(), lines))) {
            reader.read(table, letter(number));
            return table.faults().count(TableFaults.Kind.ROW_TOO_LONG);
        } catch (TableProblem | IOException unreadable) {
            throw unreadable(number);
        }
    }

    private static ProblemException unreadable(int list) {
        return new ProblemException(
                Problem.inField("prevention.overlap-unreadable", "file").with("list", letter(list)));
    }

    /** What a list is called: A for the first. */
    public static String letter(int list) {
        return String.valueOf((char) ('A' + list));
    }

    private static OverlapReport report(Linkage.Result result, long[] leftOut) {
        Records records = result.records();
        int[] bitOfSource = new int[records.sources().size()];
        for (int source = 1; source < bitOfSource.length; source++) {
            bitOfSource[source] = 1 << (records.sources().get(source).charAt(0) - 'A');
        }
        int[] sets = new int[records.size()];
        long[] rows = new long[leftOut.length];
        for (int record = 0; record < records.size(); record++) {
            int bit = bitOfSource[records.source()[record]];
            sets[result.clusters()[record]] |= bit;
            rows[Integer.numberOfTrailingZeros(bit)]++;
        }
        Map<Integer, Long> histories = new HashMap<>();
        long[] persons = new long[leftOut.length];
        for (int set : sets) {
            if (set != 0) {
                histories.merge(set, 1L, Long::sum);
                for (int list = 0; list < persons.length; list++) {
                    persons[list] += set >> list & 1;
                }
            }
        }
        List<Counted> lists = new ArrayList<>();
        for (int list = 0; list < leftOut.length; list++) {
            lists.add(new Counted(rows[list], persons[list], leftOut[list]));
        }
        return sure(result, lists, histories);
    }

    private static OverlapReport sure(Linkage.Result result, List<Counted> lists, Map<Integer, Long> histories) {
        int prior = result.weights().priorParts();
        long[] pairs = new long[BANDS.size()];
        double wrong = 0;
        double missed = 0;
        for (int i = 0; i < result.edges().size(); i++) {
            double probability = Weights.probability(result.edges().evidence()[i] + prior);
            boolean linked = result.clusters()[result.edges().a()[i]]
                    == result.clusters()[result.edges().b()[i]];
            if (linked) {
                wrong += 1 - probability;
                pairs[band(probability)]++;
            } else {
                missed += probability;
            }
        }
        List<Sureness> sureness = new ArrayList<>();
        for (int band = 0; band < pairs.length; band++) {
            sureness.add(new Sureness(BANDS.get(band), pairs[band]));
        }
        return new OverlapReport(lists, histories, sureness, wrong, missed, estimate(lists.size(), histories));
    }

    /** By every method; with one seed, so that the same lists give the same numbers. */
    private static OverlapEstimate estimate(int lists, Map<Integer, Long> histories) {
        int[] sets =
                histories.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        long[] persons = Arrays.stream(sets)
                .mapToLong(set -> histories.getOrDefault(set, 0L))
                .toArray();
        List<String> names =
                IntStream.range(0, lists).mapToObj(OverlapCount::letter).toList();
        try {
            return new OverlapEstimate.Made(Prevalence.estimate(CaptureTable.of(names, sets, persons), Run.of(SEED)));
        } catch (RefusedException e) {
            return new OverlapEstimate.Refused(e.problems());
        }
    }

    private static int band(double probability) {
        int band = 0;
        while (probability < BANDS.get(band)) {
            band++;
        }
        return band;
    }

    /** Lines that may still be read. */
    private final class Lines {
        private int left;

        Lines(int left) {
            this.left = left;
        }

        void read(byte[] bytes, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == '\n' && --left < 0) {
                    throw new ProblemException(
                            Problem.inField("prevention.overlap-many", "file").with("max", Integer.toString(most)));
                }
            }
        }
    }

    /** A list whose lines are counted as they are read: what is too long is not read to its end. */
    private static final class Counting extends FilterInputStream {
        private final Lines lines;

        Counting(InputStream in, Lines lines) {
            super(in);
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = in.read(into, from, length);
            if (count > 0) {
                lines.read(into, from, count);
            }
            return count;
        }
    }
}
