package org.fourfold.command.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.cluster.Refusal;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.report.QualityReport;
import org.fourfold.linkage.report.Warning;
import org.fourfold.linkage.score.RuleYields;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;
import org.fourfold.node.frame.Language;

/** Makes the quality report of a run, and the warnings that the terminal tells as well. */
final class Quality {

    /** Rules that are named on the terminal; the report names all. */
    private static final int LARGE_TOLD = 2;

    /** Clusters kept apart that the report names; {@code not-joined.csv} names more. */
    private static final int REFUSED_TOLD = 50;

    private final LinkageModel model;
    private final Linked linked;
    private final Optional<Calibrated> calibrated;

    Quality(LinkageModel model, Linked linked, Optional<Calibrated> calibrated) {
        this.model = model;
        this.linked = linked;
        this.calibrated = calibrated;
    }

    /** What must be known before any figure; {@code emptyFields} are those with a column and nothing in it. */
    List<Warning> warnings(List<String> emptyFields) {
        List<Warning> warnings = new ArrayList<>();
        if (linked.links() == 0) {
            warnings.add(new Warning.NothingLinked());
        }
        emptyFields.forEach(field -> warnings.add(new Warning.EmptyColumn(field)));
        for (Blocking.RuleCount count : linked.result().rules()) {
            // A rule that says "at most 40" expects to be too wide now and then: that is no news.
            if (count.overLarge() > 0 && count.rule().most() >= Rule.MOST_USUAL) {
                warnings.add(new Warning.LargeBlock(count.rule().toString(), count.largest()));
            }
        }
        linked.hubs(model).forEach(hub -> warnings.add(new Warning.Hub(hub.slot(), hub.records(), hub.clusters())));
        long reused = linked.idsReused();
        if (reused > 0) {
            warnings.add(new Warning.IdsReused(reused));
        }
        long repeated = linked.repeated();
        if (repeated > 0) {
            warnings.add(new Warning.RowsRepeated(repeated));
        }
        return warnings;
    }

    /** The same for the terminal; of rules that were too wide the first few. */
    static List<Remark> remarks(List<Warning> warnings) {
        List<Remark> remarks = new ArrayList<>();
        int large = 0;
        for (Warning warning : warnings) {
            large += warning instanceof Warning.LargeBlock ? 1 : 0;
            if (!(warning instanceof Warning.LargeBlock) || large <= LARGE_TOLD) {
                remarks.add(remark(warning));
            }
        }
        if (large > LARGE_TOLD) {
            remarks.add(new Remark("command.link.large-more", Map.of("count", large - LARGE_TOLD)));
        }
        return remarks;
    }

    private static Remark remark(Warning warning) {
        return switch (warning) {
            case Warning.NothingLinked() -> new Remark("command.link.nothing", Map.of());
            case Warning.EmptyColumn(String column) -> new Remark("command.link.empty-field", Map.of("field", column));
            case Warning.LargeBlock(String rule, long records) ->
                new Remark("command.link.large-block", Map.of("rule", rule, "records", records));
            case Warning.Hub(String field, long records, long clusters) ->
                new Remark("command.link.hub", Map.of("field", field, "records", records, "clusters", clusters));
            case Warning.IdsReused(long ids) -> new Remark("command.link.ids-reused", Map.of("count", ids));
            case Warning.RowsRepeated(long rows) -> new Remark("command.link.repeated", Map.of("count", rows));
            case Warning.LabelsContradict _, Warning.Told _ ->
                throw new IllegalArgumentException("a run makes no such warning: " + warning);
        };
    }

    QualityReport report(List<Warning> warnings, List<Remark> remarks, BiFunction<Language, Remark, String> words) {
        List<Warning> all = new ArrayList<>(warnings);
        remarks.forEach(remark ->
                all.add(new Warning.Told(words.apply(Language.EN, remark), words.apply(Language.ES, remark))));
        List<Blocking.RuleCount> rules = linked.result().rules();
        return new QualityReport(
                new QualityReport.Model(model.name(), model.version()),
                sources(),
                rules.stream().mapToLong(Blocking.RuleCount::pairs).sum(),
                linked.links(),
                rules(),
                comparisons(),
                bins(),
                calibrated.map(Calibrated::state).orElseGet(QualityReport.CalibrationState.NoRecord::new),
                loss(),
                QualityReport.Evaluation.none(),
                linked.sizes().entrySet().stream()
                        .map(each -> new QualityReport.ClusterSize(each.getKey(), each.getValue()))
                        .toList(),
                refused(),
                all);
    }

    private List<QualityReport.Rule> rules() {
        return linked.yields()
                .map(found -> found.yields().stream().map(Quality::rule).toList())
                .orElseGet(() -> linked.result().rules().stream()
                        .map(count -> new QualityReport.Rule(count.rule().toString(), count.pairs(), Optional.empty()))
                        .toList());
    }

    /** Clusters that the guard against giants kept apart, by the names they have in the tables. */
    private List<QualityReport.RefusedCluster> refused() {
        List<Refusal> largest = linked.result().refusals().largest();
        if (largest.isEmpty()) {
            return List.of();
        }
        String[] names = linked.names();
        return largest.subList(0, Math.min(REFUSED_TOLD, largest.size())).stream()
                .map(each -> new QualityReport.RefusedCluster(
                        names[linked.cluster(each.a())] + " + " + names[linked.cluster(each.b())],
                        (long) each.sizeA() + each.sizeB(),
                        2))
                .toList();
    }

    private static QualityReport.Rule rule(RuleYields.Yield found) {
        Blocking.RuleCount count = found.count();
        return new QualityReport.Rule(
                count.rule().toString(),
                count.pairs(),
                Optional.of(new QualityReport.Yield(
                        found.kept(), found.matches(), found.alone(), count.overLarge(), count.leftOut())));
    }

    private Optional<QualityReport.BlockingLoss> loss() {
        RuleYields yields = linked.yields().orElseGet(RuleYields::none);
        return yields.unseen()
                .map(unseen -> new QualityReport.BlockingLoss(
                        unseen.share(),
                        QualityReport.BlockingLoss.Basis.RULES,
                        Optional.of(new QualityReport.Recapture(
                                yields.matchesBy(),
                                unseen.missed(),
                                unseen.low(),
                                unseen.high(),
                                yields.outside().silent(),
                                yields.outside().crowded()))));
    }

    private List<QualityReport.Source> sources() {
        List<String> names = linked.records().sources();
        long[] counts = new long[names.size()];
        for (int source : linked.records().source()) {
            counts[source]++;
        }
        return IntStream.range(0, counts.length)
                .filter(source -> counts[source] > 0)
                .mapToObj(source -> new QualityReport.Source(names.get(source), counts[source]))
                .sorted(Comparator.comparing(QualityReport.Source::name))
                .toList();
    }

    private List<QualityReport.Comparison> comparisons() {
        Weights weights = linked.result().weights();
        List<QualityReport.Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < weights.m().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            List<QualityReport.Level> levels = new ArrayList<>();
            for (int l = 0; l < comparison.levels().size(); l++) {
                double m = weights.m().get(c)[l + 1];
                double u = weights.u().get(c)[l + 1];
                levels.add(new QualityReport.Level(
                        words(comparison.levels().get(l)), m, u, Math.log(m / u) / Math.log(2)));
            }
            comparisons.add(new QualityReport.Comparison(comparison.slot(), levels));
        }
        return comparisons;
    }

    /** As a model file writes it. */
    static String words(Level level) {
        StringBuilder words = new StringBuilder(level.kind().word());
        if (level.amount() != 0) {
            boolean whole = level.amount() == Math.rint(level.amount());
            words.append(' ').append(whole ? String.valueOf((long) level.amount()) : String.valueOf(level.amount()));
        }
        return words.append(level.slot().isEmpty() ? "" : " " + level.slot()).toString();
    }

    /** Kept pairs by whole bits, as many bins as are drawn; what lies beyond is in the last. */
    private List<QualityReport.WeightBin> bins() {
        int least = (int) Math.floor(Scoring.KEPT_BITS);
        long[] counts = new long[QualityReport.WEIGHT_BINS_MAX];
        int used = 0;
        for (int edge = 0; edge < linked.result().edges().size(); edge++) {
            double bits = linked.bits(edge);
            if (bits >= Scoring.KEPT_BITS) {
                int bin = Math.min(counts.length - 1, (int) Math.floor(bits) - least);
                counts[bin]++;
                used = Math.max(used, bin + 1);
            }
        }
        List<QualityReport.WeightBin> bins = new ArrayList<>();
        for (int bin = 0; bin < used; bin++) {
            bins.add(new QualityReport.WeightBin(least + bin, least + bin + 1.0, counts[bin]));
        }
        return bins;
    }
}
