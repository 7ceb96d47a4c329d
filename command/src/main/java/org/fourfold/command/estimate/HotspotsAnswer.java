package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.fourfold.estimate.hotspots.Cluster;
import org.fourfold.estimate.hotspots.ScanResult;
import org.jspecify.annotations.Nullable;

/** Where and when more happened than elsewhere, the least likely by chance first. */
public record HotspotsAnswer(ScanResult result) implements Answer {

    private static final int MEMBERS_SHOWN = 12;

    /** What chance alone gives as often is told as no cluster. */
    private static final double CHANCE = 0.05;

    @Override
    public Document document(Words words) {
        List<Document.Part> parts = new ArrayList<>();
        parts.add(new Document.Sentence(words.text(
                "hotspots.looked",
                Map.of(
                        "windows", result.windows(),
                        "cases", result.cases(),
                        "share", words.share(result.options().limits().populationShare()),
                        "replicates", result.monteCarlo().done()))));
        result.clusters().forEach(cluster -> parts.addAll(cluster(cluster, words)));
        if (result.clusters().isEmpty()) {
            parts.add(new Document.Sentence(words.text("hotspots.none")));
        }
        parts.add(words.cautions(result.cautions()));
        parts.add(words.again(result.provenance()));
        return new Document(words.text("hotspots.title"), parts);
    }

    private static List<Document.Part> cluster(Cluster cluster, Words words) {
        List<Document.Part> parts = new ArrayList<>();
        parts.add(new Document.Heading(words.text(
                "hotspots.cluster",
                Map.of(
                        "rank", cluster.rank(),
                        "centre", cluster.centre(),
                        "places", cluster.members().size(),
                        "observed", cluster.observed(),
                        "expected", words.number(cluster.expected(), 1),
                        "ratio", words.number(cluster.ratio(), 2)))));
        cluster.span()
                .ifPresent(span -> parts.add(new Document.Sentence(words.text(
                        "hotspots.span",
                        Map.of("from", span.from().toString(), "to", span.to().toString())))));
        cluster.p()
                .ifPresent(p -> parts.add(new Document.Sentence(words.text(
                        p > CHANCE ? "hotspots.chance-alone" : "hotspots.chance",
                        Map.of(
                                "llr", words.number(cluster.logLikelihoodRatio(), 6),
                                "p", words.number(p, 4),
                                "share", words.share(p))))));
        cluster.recurrence()
                .ifPresent(every -> parts.add(new Document.Sentence(
                        words.text("hotspots.recurrence", Map.of("points", words.whole(every))))));
        List<String> members = cluster.members();
        parts.add(new Document.Sentence(String.join(", ", members.subList(0, Math.min(MEMBERS_SHOWN, members.size())))
                + (members.size() > MEMBERS_SHOWN ? " ..." : "")));
        return parts;
    }

    @Override
    public List<Map<String, Object>> json(Words words) {
        return result.clusters().stream().map(cluster -> json(cluster, words)).toList();
    }

    private Map<String, Object> json(Cluster cluster, Words words) {
        Values values = new Values()
                .with("method", result.options().model().name().toLowerCase(Locale.ROOT))
                .with("rank", cluster.rank())
                .with("centre", cluster.centre())
                .with("members", cluster.members());
        cluster.span()
                .ifPresent(span -> values.with("from", span.from().toString())
                        .with("to", span.to().toString()));
        return values.with("observed", cluster.observed())
                .with("expected", cluster.expected())
                .with("estimate", cluster.ratio())
                .with("relative_risk", cluster.relativeRisk())
                .with("log_likelihood_ratio", cluster.logLikelihoodRatio())
                .with("p", orNull(cluster.p()))
                .with("recurrence", orNull(cluster.recurrence()))
                .with("windows", result.windows())
                .with("population_share", result.options().limits().populationShare())
                .with(result.provenance())
                .with("warnings", words.of(result.cautions()))
                .members();
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
