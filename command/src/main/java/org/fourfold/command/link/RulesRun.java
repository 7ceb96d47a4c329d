package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.search.LikelyMatches;
import org.fourfold.linkage.search.RuleSearch;
import org.fourfold.linkage.search.SearchOutcome;
import org.fourfold.linkage.train.Labels;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Searches rules for tables under a budget of pairs, and writes them into the model's text. */
public final class RulesRun {

    /** Pairs that a budget may have: some hours of comparing. */
    public static final long BUDGET_MAX = 100_000_000_000L;

    /**
     * What is asked for.
     *
     * @param model the model as it is used: with other names of columns
     * @param typedMaps how the columns were named
     * @param labels judged pairs to go by, in place of what the model finds likely
     */
    public record Wanted(
            List<Path> files,
            ModelFile modelFile,
            LinkageModel model,
            List<String> typedMaps,
            long budget,
            Optional<Path> labels,
            int threads) {

        /** Keeps copies. */
        public Wanted {
            files = List.copyOf(files);
            typedMaps = List.copyOf(typedMaps);
        }
    }

    /**
     * What was found.
     *
     * @param modelText the model's file with these rules in place of its own
     */
    public record Answer(SearchOutcome.Found found, String modelText, List<Remark> remarks) {

        /** Keeps a copy. */
        public Answer {
            remarks = List.copyOf(remarks);
        }
    }

    private final Wanted wanted;
    private final Consumer<Remark> progress;

    /** {@code progress} is told what is being done. */
    public RulesRun(Wanted wanted, Consumer<Remark> progress) {
        this.wanted = wanted;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @param resolve makes a typed path absolute
     * @throws ProblemException when a file is not as it must be, the table holds no likely matches, or the budget buys nothing
     */
    public Answer run(UnaryOperator<Path> resolve) throws IOException {
        TablesReader tables = new TablesReader(wanted.model(), wanted.typedMaps(), progress);
        try (Threads threads = new Threads(wanted.threads())) {
            Records records = tables.read(wanted.files(), resolve, threads);
            Optional<LikelyMatches> judged = wanted.labels().isEmpty()
                    ? Optional.empty()
                    : Optional.of(judged(resolve.apply(wanted.labels().get()), records));
            progress.accept(new Remark("command.link.rules.searching", Map.of("records", records.size())));
            SearchOutcome.Found found =
                    required(new RuleSearch(wanted.model(), records, threads).search(wanted.budget(), judged));
            List<Remark> remarks = new ArrayList<>();
            tables.facts().forEach(table -> remarks.addAll(table.remarks()));
            tables.emptyFields(records)
                    .forEach(field -> remarks.add(new Remark("command.link.empty-field", Map.of("field", field))));
            return new Answer(found, text(found), remarks);
        }
    }

    private static LikelyMatches judged(Path file, Records records) throws IOException {
        List<Labels.Label> same = LabelTable.read(file, new RecordsByName(records)).stream()
                .filter(Labels.Label::same)
                .toList();
        if (same.isEmpty()) {
            throw new ProblemException(InputTable.fault("command.link-rules-no-same", file));
        }
        return LikelyMatches.judged(
                same.stream().mapToInt(Labels.Label::a).toArray(),
                same.stream().mapToInt(Labels.Label::b).toArray());
    }

    private SearchOutcome.Found required(SearchOutcome outcome) {
        return switch (outcome) {
            case SearchOutcome.Found found -> found;
            case SearchOutcome.NoMatches _ -> throw new ProblemException(Problem.of("command.link-rules-none"));
            case SearchOutcome.BudgetTooSmall(long least) ->
                throw new ProblemException(Problem.inField("command.link-rules-small", "--budget")
                        .with("budget", String.valueOf(wanted.budget()))
                        .with("least", String.valueOf(least)));
        };
    }

    /** The model's file with the new rules where the first of its own stood; all else, remarks too, is left. */
    private String text(SearchOutcome.Found found) {
        StringBuilder text = new StringBuilder();
        boolean written = false;
        for (String line : wanted.modelFile().text().lines().toList()) {
            boolean rule = line.strip().startsWith("block ") || line.strip().startsWith("block\t");
            if (!rule) {
                text.append(line).append('\n');
            } else if (!written) {
                written = true;
                text.append(String.format(
                        Locale.ROOT,
                        "# Found by \"fourfold link rules\": %d pairs, of %d that were allowed.\n",
                        found.found().pairs(),
                        wanted.budget()));
                found.rules()
                        .forEach(each ->
                                text.append("block ").append(each.rule()).append('\n'));
                teachers(found)
                        .forEach(each -> text.append("train ").append(each).append('\n'));
            }
        }
        return text.toString();
    }

    /** Rules of the model that must go on teaching: what relatives agree in is learnt from pairs that none of the new rules shows. */
    private List<Rule> teachers(SearchOutcome.Found found) {
        LinkageModel model = wanted.model();
        List<Rule> rules = found.rules().stream().map(each -> each.rule()).toList();
        LinkageModel changed = model.withRules(rules, model.training());
        List<Rule> lost = model.interactions().stream()
                .filter(each -> changed.showing(each).isEmpty())
                .flatMap(each -> model.showing(each).stream())
                .distinct()
                .toList();
        boolean blocksTeach = model.training().isEmpty() && !lost.isEmpty();
        return Stream.concat(blocksTeach ? rules.stream() : Stream.empty(), lost.stream())
                .toList();
    }
}
