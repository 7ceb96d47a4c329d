package org.fourfold.linkage.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.fourfold.linkage.evaluate.Band;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.evaluate.CalibrationReport;
import org.fourfold.linkage.evaluate.ClusterSample;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.evaluate.Estimate;
import org.fourfold.linkage.evaluate.Judged;
import org.fourfold.linkage.evaluate.LabelledSample;
import org.fourfold.linkage.evaluate.LabelledWeights;

/** Invented reports: one with everything in it, one with nothing, one that means ill. */
final class Reports {

    private Reports() {}

    static String page(QualityReport report, Language language) {
        StringBuilder out = new StringBuilder();
        try {
            ReportPage.write(report, language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static QualityReport full() {
        return new QualityReport(
                new QualityReport.Model("persons", "3"),
                List.of(
                        new QualityReport.Source("Casa del Migrante, Tecún Umán", 412_310),
                        new QualityReport.Source("Fiscalía especial 2019-2026", 318_442),
                        new QualityReport.Source("Hotline", 269_248)),
                25_214_307,
                934_118,
                rules(),
                comparisons(),
                weights(),
                new QualityReport.CalibrationState.Calibrated(calibration()),
                Optional.of(new QualityReport.BlockingLoss(
                        new Estimate(.831, .792, .866),
                        QualityReport.BlockingLoss.Basis.RULES,
                        Optional.of(new QualityReport.Recapture(
                                List.of(301_220.4, 170_002.0, 90_118.9, 0.0, 12.2),
                                190_002.2,
                                180_118,
                                201_333.1,
                                1_204,
                                1)))),
                new QualityReport.Evaluation(Optional.of(pairs()), Optional.of(clusters()), Optional.of(truth())),
                sizes(),
                List.of(
                        new QualityReport.RefusedCluster("c-00418277", 30_211, 29_874),
                        new QualityReport.RefusedCluster("c-00011902", 1_204, 811)),
                warnings());
    }

    static QualityReport empty() {
        return with(new QualityReport.CalibrationState.NoRecord(), List.of(new Warning.NothingLinked()));
    }

    static QualityReport with(QualityReport.CalibrationState calibration, List<Warning> warnings) {
        return new QualityReport(
                new QualityReport.Model("persons", "3"),
                List.of(new QualityReport.Source("one", 0)),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                calibration,
                Optional.empty(),
                QualityReport.Evaluation.none(),
                List.of(),
                List.of(),
                warnings);
    }

    /** Every name that comes from data is {@code name}. */
    static QualityReport named(String name) {
        QualityReport full = full();
        return new QualityReport(
                new QualityReport.Model(name, name),
                List.of(new QualityReport.Source(name, 1), new QualityReport.Source(name, 1)),
                1,
                1,
                List.of(rule(name, 1, 1)),
                List.of(new QualityReport.Comparison(name, List.of(new QualityReport.Level(name, .5, .1, 2.3)))),
                full.weights(),
                full.calibration(),
                full.blockingLoss(),
                full.evaluation(),
                full.clusterSizes(),
                List.of(new QualityReport.RefusedCluster(name, 1, 1)),
                List.of(new Warning.EmptyColumn(name), new Warning.LargeBlock(name, 1), new Warning.Told(name, name)));
    }

    private static List<Warning> warnings() {
        return List.of(
                new Warning.LargeBlock("phone", 30_211),
                new Warning.Hub("phone", 3_000, 2_998),
                new Warning.EmptyColumn("alias_3"),
                new Warning.IdsReused(1_204),
                new Warning.RowsRepeated(1),
                new Warning.LabelsContradict(2),
                new Warning.Told("The file is in two encodings.", "El archivo está en dos codificaciones."));
    }

    private static List<QualityReport.Rule> rules() {
        return List.of(
                rule("phone", 412_002, 88_120),
                rule("document", 61_840, 2_001),
                rule("birth date, first surname by sound", 1_204_118, 318_220),
                rule("given name, both surnames by sound", 9_420_017, 7_200_118),
                rule("given name by sound, first surname by sound, municipality, year", 3_118_240, 18),
                rule("both surnames by sound, year", 14_002_118, 11_930_402));
    }

    static QualityReport.Rule rule(String name, long pairs, double alone) {
        return new QualityReport.Rule(
                name, pairs, Optional.of(new QualityReport.Yield(pairs, pairs * .9 + 1, alone, 3, 12_311)));
    }

    private static List<QualityReport.Comparison> comparisons() {
        return List.of(
                comparison("given name", new double[] {.71, .12, .08, .04, .05}, new double[] {
                    .0042, .0031, .0108, .0005, .9814
                }),
                comparison("first surname", new double[] {.78, .1, .06, .03, .03}, new double[] {
                    .0061, .0024, .0087, .0008, .982
                }),
                comparison("birth date", new double[] {.62, .14, .1, .08, .06}, new double[] {
                    .00004, .0009, .012, .028, .95906
                }),
                comparison("phone", new double[] {.58, .04, .3, .05, .03}, new double[] {
                    .0000008, .00001, .003, .002, .9949892
                }));
    }

    private static QualityReport.Comparison comparison(String name, double[] m, double[] u) {
        String[] levels = {
            "equal", "same by sound", "one letter apart", "equal to the other's second name, as when names swap", "else"
        };
        return new QualityReport.Comparison(
                name,
                IntStream.range(0, m.length)
                        .mapToObj(i ->
                                new QualityReport.Level(levels[i], m[i], u[i], Math.log(m[i] / u[i]) / Math.log(2)))
                        .toList());
    }

    private static List<QualityReport.WeightBin> weights() {
        List<QualityReport.WeightBin> bins = new ArrayList<>();
        for (int from = -24; from < 36; from++) {
            double weak = 6_000_000 * Math.exp(-Math.pow((from + 12) / 5.0, 2));
            double strong = 90_000 * Math.exp(-Math.pow((from - 17) / 6.0, 2));
            bins.add(new QualityReport.WeightBin(from, from + 1, (long) (weak + strong)));
        }
        return bins;
    }

    private static CalibrationReport calibration() {
        Random lot = new Random(2026);
        int n = 812;
        double[] bits = lot.doubles(n, -14, 22).toArray();
        boolean[] same = new boolean[n];
        BitSet women = new BitSet();
        BitSet common = new BitSet();
        BitSet arabic = new BitSet();
        for (int i = 0; i < n; i++) {
            same[i] = lot.nextDouble() < 1 / (1 + Math.pow(2, -(bits[i] - 3) / 2));
            women.set(i, lot.nextBoolean());
            common.set(i, lot.nextInt(10) == 0);
            arabic.set(i, lot.nextInt(60) == 0);
        }
        LabelledWeights labels = LabelledWeights.of(bits, same);
        BitSet men = (BitSet) women.clone();
        men.flip(0, n);
        return CalibrationReport.of(
                (Calibration) Calibration.of("persons 3", labels),
                labels,
                List.of(
                        new CalibrationReport.Slice("sex", "F", women),
                        new CalibrationReport.Slice("sex", "M", men),
                        new CalibrationReport.Slice("name rarity", "decile 1, most common", common),
                        new CalibrationReport.Slice("script", "Arabic", arabic)));
    }

    private static LabelledSample pairs() {
        List<Judged> judged = new ArrayList<>();
        int[] same = {1, 21, 70, 99};
        for (int band = 0; band < same.length; band++) {
            for (int i = 0; i < 100; i++) {
                judged.add(new Judged(2 * judged.size(), 2 * judged.size() + 1, band * 6 - 5, i < same[band]));
            }
        }
        return (LabelledSample) LabelledSample.of(
                List.of(
                        new Band(Double.NEGATIVE_INFINITY, 24_000_000),
                        new Band(0, 280_307),
                        new Band(5, 240_000),
                        new Band(10.5, 694_000)),
                judged);
    }

    private static ClusterSample clusters() {
        int[] predicted = IntStream.range(0, 400)
                .map(record -> record % 17 == 0 ? 1_000 + record : record / 4)
                .toArray();
        List<int[]> reviewed = IntStream.range(0, 100)
                .mapToObj(entity -> IntStream.range(4 * entity, 4 * entity + 4).toArray())
                .toList();
        return (ClusterSample) ClusterSample.of(reviewed, predicted, ClusterSample.Drawn.BY_RECORD);
    }

    private static ClusterScores truth() {
        return ClusterScores.of(new int[] {1, 1, 1, 2, 2, 3}, new int[] {1, 1, 2, 2, 3, 4});
    }

    private static List<QualityReport.ClusterSize> sizes() {
        List<QualityReport.ClusterSize> sizes = new ArrayList<>();
        for (int records = 1; records < 30; records++) {
            sizes.add(new QualityReport.ClusterSize(records, (long) (380_000 * Math.pow(.42, records - 1)) + 1));
        }
        sizes.add(new QualityReport.ClusterSize(118, 1));
        return sizes;
    }
}
