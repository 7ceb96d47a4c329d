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

    private static final List<Document.Kind> COLUMNS = List.of(
            Document.Kind.WORDS, Document.Kind.NUMBER, Document.Kind.NUMBER, Document.Kind.NUMBER, Document.Kind.WORDS);

    @Override
    public Document document(Words words) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.text("prevalence.method"),
                words.text("prevalence.estimate"),
                words.text("prevalence.from"),
                words.text("prevalence.to"),
                words.text("prevalence.model")));
        for (MethodResult.Answer each : result.panel().answers()) {
            rows.add(List.of(
                    method(each, words),
                    words.whole(each.estimate()),
                    words.whole(each.limits().lower95()),
                    words.whole(each.limits().upper95()),
                    each.model().isEmpty() ? "–" : each.model()));
        }
        return new Document(
                words.text("prevalence.title"),
                List.of(
                        new Document.Sentence(words.text(
                                "prevalence.cases",
                                Map.of(
                                        "cases",
                                        result.cases(),
                                        "lists",
                                        result.lists().size()))),
                        new Document.Grid(COLUMNS, rows),
                        new Document.Sentence(words.text(
                                "prevalence.range",
                                Map.of(
                                        "lowest",
                                                words.whole(result.panel()
                                                        .envelope()
                                                        .lowest()),
                                        "highest",
                                                words.whole(result.panel()
                                                        .envelope()
                                                        .highest())))),
                        new Document.Cautions(cautions(words)),
                        words.again(result.provenance())));
    }

    private List<String> cautions(Words words) {
        List<String> said = new ArrayList<>();
        for (MethodResult each : result.panel().methods()) {
            switch (each) {
                case MethodResult.Answer answer -> said.addAll(said(each, answer.cautions(), words));
                case MethodResult.NoAnswer none -> {
                    said.add(words.text("prevalence.no-answer", Map.of("method", method(each, words))));
                    said.addAll(said(each, none.why(), words));
                }
            }
        }
        said.addAll(words.of(result.cautions()));
        return said;
    }

    /** What speaks against one method, under the name that the table has for it. */
    private static List<String> said(MethodResult each, List<Problem> problems, Words words) {
        return problems.stream()
                .map(problem -> problem.place().equals(each.method().code())
                        ? words.of(new Problem(problem.fault(), method(each, words), problem.details()))
                        : method(each, words) + ": " + words.of(problem))
                .toList();
    }

    private static String method(MethodResult each, Words words) {
        return words.text("method." + each.method().code());
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
