package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.estimate.prevalence.Criteria;
import org.fourfold.estimate.prevalence.MethodResult;
import org.fourfold.estimate.prevalence.PrevalenceResult;
import org.fourfold.estimate.run.Problem;

/** How many persons there may be: every method's number, never one of them alone. */
public record PrevalenceAnswer(PrevalenceResult result) implements Answer {

    @Override
    public List<String> lines(Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "prevalence.cases",
                Map.of("cases", result.cases(), "lists", result.lists().size())));
        lines.add("");
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            words.text("prevalence.method"),
            words.text("prevalence.estimate"),
            words.text("prevalence.from"),
            words.text("prevalence.to"),
            words.text("prevalence.model")
        });
        for (MethodResult.Answer each : result.panel().answers()) {
            rows.add(new String[] {
                method(each, words),
                words.whole(each.estimate()),
                words.whole(each.limits().lower95()),
                words.whole(each.limits().upper95()),
                each.model().isEmpty() ? "–" : each.model()
            });
        }
        lines.addAll(Words.set(rows));
        lines.add("");
        lines.add(words.text(
                "prevalence.range",
                Map.of(
                        "lowest", words.whole(result.panel().envelope().lowest()),
                        "highest", words.whole(result.panel().envelope().highest()))));
        result.panel().methods().forEach(each -> remarks(each, words, lines));
        lines.addAll(words.cautions(result.cautions()));
        lines.add(words.again(result.provenance()));
        return lines;
    }

    private static String method(MethodResult each, Words words) {
        return words.text("method." + each.method().code());
    }

    private static void remarks(MethodResult each, Words words, List<String> lines) {
        List<Problem> said = switch (each) {
            case MethodResult.Answer answer -> answer.cautions();
            case MethodResult.NoAnswer none -> {
                lines.add("! " + words.text("prevalence.no-answer", Map.of("method", method(each, words))));
                yield none.why();
            }
        };
        lines.addAll(words.cautions(said));
    }

    @Override
    public List<Map<String, Object>> json(Words words) {
        return result.panel().methods().stream().map(each -> json(each, words)).toList();
    }

    private Map<String, Object> json(MethodResult each, Words words) {
        Values values = new Values().with("method", each.method().code());
        List<String> warnings = new ArrayList<>();
        switch (each) {
            case MethodResult.Answer answer -> {
                values.with("estimate", answer.estimate())
                        .with("lower", answer.limits().lower95())
                        .with("upper", answer.limits().upper95())
                        .with("lower80", answer.limits().lower80())
                        .with("upper80", answer.limits().upper80())
                        .with("model", answer.model())
                        .with(
                                "criteria",
                                answer.criteria()
                                        .map(PrevalenceAnswer::criteria)
                                        .orElse(null));
                warnings.addAll(words.of(answer.cautions()));
            }
            case MethodResult.NoAnswer none -> {
                values.with("estimate", null);
                warnings.addAll(words.of(none.why()));
            }
        }
        warnings.addAll(words.of(result.cautions()));
        return values.with("cases", result.cases())
                .with("lists", result.lists())
                .with(result.provenance())
                .with("warnings", warnings)
                .members();
    }

    private static Map<String, Object> criteria(Criteria criteria) {
        return new Values()
                .with("parameters", criteria.parameters())
                .with("deviance", criteria.deviance())
                .with("aic", criteria.aic())
                .with("bic", criteria.bic())
                .members();
    }
}
