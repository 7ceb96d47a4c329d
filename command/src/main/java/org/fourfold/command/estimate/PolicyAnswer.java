package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.policy.PolicyResult;
import org.fourfold.estimate.policy.SourceResult;

/** What changed with a policy, source by source, and the strongest that may be said. */
public record PolicyAnswer(PolicyResult result) implements Answer {

    @Override
    public Document document(Words words) {
        List<Document.Part> parts = new ArrayList<>();
        parts.add(new Document.Sentence(
                words.text("policy.verdict." + code(result.verdict().name()))));
        result.sources().forEach(source -> parts.addAll(source(source, words)));
        parts.add(words.cautions(result.cautions()));
        parts.add(words.again(result.provenance()));
        return new Document(
                words.text("policy.title", Map.of("date", result.policy().date().toString())), parts);
    }

    private static List<Document.Part> source(SourceResult source, Words words) {
        SourceResult.Change change = source.change();
        return List.of(
                new Document.Heading(words.text(
                        "policy.source",
                        Map.of(
                                "name", source.name(),
                                "before", source.periodsBefore(),
                                "after", source.periodsAfter()))),
                new Document.Sentence(words.text(
                        "policy.change",
                        Map.of(
                                "ratio", words.number(change.ratio(), 3),
                                "lower", words.number(change.lower(), 3),
                                "upper", words.number(change.upper(), 3)))),
                new Document.Sentence(words.text(
                        "policy.expected",
                        Map.of(
                                "observed", words.whole(source.counterfactual().observed()),
                                "expected", words.whole(source.counterfactual().expected()),
                                "lower", words.whole(source.counterfactual().lower()),
                                "upper", words.whole(source.counterfactual().upper())))),
                new Document.Sentence(words.text(
                        "policy.detectable",
                        Map.of(
                                "fall", words.number(source.detectable().fall(), 2),
                                "rise", words.number(source.detectable().rise(), 2)))),
                new Document.Sentence(words.text(
                        "policy.reporting",
                        Map.of("factor", words.number(source.reporting().forAll(), 3)))),
                new Document.Sentence(words.text(
                        "policy.placebo",
                        Map.of(
                                "strong", source.dates().asStrong(),
                                "all", source.dates().each().size()))));
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<Map<String, Object>> json(Words words) {
        return result.sources().stream().map(source -> json(source, words)).toList();
    }

    private Map<String, Object> json(SourceResult source, Words words) {
        SourceResult.Change change = source.change();
        return new Values()
                .with("method", "segmented-" + code(source.fit().model().name()))
                .with("source", source.name())
                .with("verdict", code(result.verdict().name()))
                .with("estimate", change.ratio())
                .with("lower", change.lower())
                .with("upper", change.upper())
                .with("direction", code(change.direction().name()))
                .with(
                        "model",
                        String.join(
                                " + ",
                                source.byModel().stream().map(Coefficient::name).toList()))
                .with(
                        "criteria",
                        new Values()
                                .with("deviance", source.fit().deviance())
                                .with("log_likelihood", source.fit().logLikelihood())
                                .with("aic", source.fit().aic())
                                .with("dispersion", source.residuals().dispersion())
                                .members())
                .with(
                        "coefficients",
                        source.byModel().stream().map(PolicyAnswer::json).toList())
                .with("robust", source.robust().stream().map(PolicyAnswer::json).toList())
                .with("lag", source.lag())
                .with("observed", source.counterfactual().observed())
                .with("expected", source.counterfactual().expected())
                .with(result.provenance())
                .with("warnings", words.of(result.cautions()))
                .members();
    }

    private static Map<String, Object> json(Coefficient coefficient) {
        return new Values()
                .with("name", coefficient.name())
                .with("estimate", coefficient.estimate())
                .with("standard_error", coefficient.standardError())
                .members();
    }
}
