package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.estimate.funnel.CountsResult;

/** What counts by stage and year can say: ratios, with the bounds that open cases leave. */
public record CountsAnswer(CountsResult result) implements Answer {

    private static final List<Document.Kind> COLUMNS = List.of(
            Document.Kind.WORDS, Document.Kind.WORDS, Document.Kind.NUMBER, Document.Kind.NUMBER, Document.Kind.NUMBER);

    @Override
    public Document document(Words words) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.text("funnel.year"),
                words.text("funnel.step"),
                words.text("funnel.ratio"),
                words.text("funnel.interval"),
                words.text("funnel.bounds")));
        for (CountsResult.Ratio each : result.ratios()) {
            rows.add(row(each, words));
        }
        return new Document(
                words.text("funnel.title"),
                List.of(
                        new Document.Grid(COLUMNS, rows),
                        words.cautions(result.cautions()),
                        words.again(result.provenance())));
    }

    private static List<String> row(CountsResult.Ratio each, Words words) {
        String year = Integer.toString(each.year());
        String step = each.from() + " → " + each.to();
        return switch (each) {
            case CountsResult.Shown shown ->
                List.of(
                        year,
                        step,
                        words.share(shown.ratio().share()),
                        words.share(shown.ratio().lower()) + " – "
                                + words.share(shown.ratio().upper()),
                        words.share(shown.atLeast()) + " – " + words.share(shown.atMost()));
            case CountsResult.Hidden _ -> List.of(year, step, words.text("funnel.hidden"), "", "");
            case CountsResult.More _ -> List.of(year, step, words.text("funnel.more"), "", "");
            case CountsResult.Nobody _ -> List.of(year, step, words.text("funnel.nobody"), "", "");
        };
    }

    @Override
    public List<Map<String, Object>> json(Words words) {
        return result.ratios().stream().map(each -> json(each, words)).toList();
    }

    private Map<String, Object> json(CountsResult.Ratio each, Words words) {
        Values values = new Values()
                .with("method", "ratio")
                .with("year", each.year())
                .with("from", each.from())
                .with("to", each.to());
        if (each instanceof CountsResult.Shown shown) {
            values.with("estimate", shown.ratio().share())
                    .with("lower", shown.ratio().lower())
                    .with("upper", shown.ratio().upper())
                    .with("at_least", shown.atLeast())
                    .with("at_most", shown.atMost());
        } else {
            values.with("estimate", null);
        }
        return values.with(result.provenance())
                .with("warnings", words.of(result.cautions()))
                .members();
    }
}
