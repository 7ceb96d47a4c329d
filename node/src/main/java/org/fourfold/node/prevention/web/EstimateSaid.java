package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.estimate.prevalence.Method;
import org.fourfold.estimate.prevalence.MethodResult;
import org.fourfold.estimate.prevalence.PrevalenceResult;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.ProblemWords;
import org.fourfold.node.prevention.OverlapEstimate;
import org.fourfold.node.shell.PageFrame;

/** An estimate as the page says it: every method, and what speaks against each. */
final class EstimateSaid {

    private final PageFrame frame;

    EstimateSaid(PageFrame frame) {
        this.frame = frame;
    }

    OverlapPage.Estimate of(OverlapEstimate estimate) {
        return switch (estimate) {
            case OverlapEstimate.Made(PrevalenceResult result) -> made(result);
            case OverlapEstimate.Refused(List<Problem> why) ->
                new OverlapPage.Estimate(
                        List.of(), Optional.empty(), frame.text("prevention.estimate.none"), words(why), "");
        };
    }

    private OverlapPage.Estimate made(PrevalenceResult result) {
        List<String> cautions = new ArrayList<>();
        for (MethodResult each : result.panel().methods()) {
            cautions.addAll(
                    switch (each) {
                        case MethodResult.Answer answer -> words(each.method(), answer.cautions());
                        case MethodResult.NoAnswer none -> words(each.method(), none.why());
                    });
        }
        cautions.addAll(words(result.cautions()));
        List<OverlapPage.Method> methods =
                result.panel().answers().stream().map(this::method).toList();
        return new OverlapPage.Estimate(
                methods,
                Optional.of(PanelChart.of(
                        result.panel().answers(),
                        methods.stream().map(OverlapPage.Method::name).toList())),
                frame.text(
                        "prevention.estimate.range",
                        Map.of(
                                "lowest", whole(result.panel().envelope().lowest()),
                                "highest", whole(result.panel().envelope().highest()))),
                cautions,
                frame.text(
                        "prevention.estimate.again",
                        Map.of(
                                "seed", Long.toString(result.provenance().seed()),
                                "data", result.provenance().dataSha256(),
                                "version", result.provenance().codeVersion())));
    }

    /** What speaks against one method, under the name that the page has for it. */
    private List<String> words(Method method, List<Problem> problems) {
        return problems.stream()
                .map(each -> each.place().equals(method.code())
                        ? words(new Problem(each.fault(), name(method), each.details()))
                        : name(method) + ": " + words(each))
                .toList();
    }

    private String name(Method method) {
        return frame.text("prevention.estimate.method." + method.code());
    }

    private OverlapPage.Method method(MethodResult.Answer answer) {
        return new OverlapPage.Method(
                name(answer.method()),
                whole(answer.estimate()),
                whole(answer.limits().lower95()),
                whole(answer.limits().upper95()),
                answer.model().isEmpty() ? frame.text("prevention.estimate.no-pair") : answer.model());
    }

    private String whole(double number) {
        return Double.isFinite(number) ? frame.number(Math.round(number)) : frame.text("prevention.estimate.no-limit");
    }

    private List<String> words(List<Problem> problems) {
        return problems.stream().map(this::words).toList();
    }

    private String words(Problem problem) {
        return ProblemWords.of(problem, frame.language().locale());
    }
}
