package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.estimate.funnel.FunnelResult;
import org.fourfold.estimate.funnel.ShareAt;

/** How far cases got, with open ones counted as open and every other end counted as an end. */
public record FunnelAnswer(FunnelResult result, String outcome) implements Answer {

    private static final double YEAR = 365.25;

    @Override
    public Document document(Words words) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(words));
        for (FunnelResult.Reached reached : result.reached()) {
            rows.add(row(reached.stage(), reached.at(), words));
        }
        rows.add(row(words.text("funnel.impunity", Map.of("outcome", outcome)), result.impunity(), words));
        return new Document(
                words.text("funnel.title"),
                List.of(
                        new Document.Sentence(
                                words.text("funnel.cases", Map.of("cases", result.cases(), "open", result.open()))),
                        Document.Grid.ofNumbers(rows),
                        words.cautions(result.cautions()),
                        words.again(result.provenance())));
    }

    private List<String> head(Words words) {
        List<String> head = new ArrayList<>(List.of(words.text("funnel.reached")));
        for (ShareAt at : result.impunity()) {
            head.add(words.text("funnel.after", Map.of("years", words.number(at.time() / YEAR, 1))));
        }
        return head;
    }

    private static List<String> row(String name, List<ShareAt> shares, Words words) {
        List<String> row = new ArrayList<>(List.of(name));
        for (ShareAt at : shares) {
            row.add(words.share(at.share()) + " (" + words.share(at.lower()) + " – " + words.share(at.upper()) + ")");
        }
        return row;
    }

    @Override
    public List<Map<String, Object>> json(Words words) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (FunnelResult.Reached reached : result.reached()) {
            reached.at().forEach(at -> objects.add(json("aalen-johansen", reached.stage(), at, words)));
        }
        result.impunity().forEach(at -> objects.add(json("impunity", outcome, at, words)));
        return objects;
    }

    private Map<String, Object> json(String method, String stage, ShareAt at, Words words) {
        return new Values()
                .with("method", method)
                .with("stage", stage)
                .with("days", at.time())
                .with("estimate", at.share())
                .with("lower", at.lower())
                .with("upper", at.upper())
                .with("standard_error", at.standardError())
                .with("at_risk", at.atRisk())
                .with("cases", result.cases())
                .with(result.provenance())
                .with("warnings", words.of(result.cautions()))
                .members();
    }
}
