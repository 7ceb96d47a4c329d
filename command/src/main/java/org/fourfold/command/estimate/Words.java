package org.fourfold.command.estimate;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.ProblemWords;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.node.frame.ProblemException;

/**
 * The reader's language.
 *
 * @param texts of the command line, by key and details
 */
public record Words(Locale locale, BiFunction<String, Map<String, ?>, String> texts) {

    String text(String key) {
        return texts.apply("command.estimate." + key, Map.of());
    }

    String text(String key, Map<String, ?> details) {
        return texts.apply("command.estimate." + key, details);
    }

    List<String> of(List<Problem> problems) {
        return problems.stream().map(this::of).toList();
    }

    String of(Problem problem) {
        return ProblemWords.of(problem, locale);
    }

    /** What the engine says of why it gives no number, in words of its own: place and mend are in them. */
    public ProblemException refusal(RefusedException refused) {
        return new ProblemException(of(refused.problems()).stream()
                .map(said -> org.fourfold.node.frame.Problem.of("command.estimate-refused")
                        .with("what", said))
                .toList());
    }

    /** What must stand beside the numbers. */
    Document.Cautions cautions(List<Problem> problems) {
        return new Document.Cautions(of(problems));
    }

    /** How anybody makes the same again. */
    Document.Again again(Provenance provenance) {
        return new Document.Again(text(
                "again",
                Map.of(
                        "seed", Long.toString(provenance.seed()),
                        "data", provenance.dataSha256(),
                        "version", provenance.codeVersion())));
    }

    /** A number of persons or cases, whole, with the thousands apart; a limit that the data do not set is said so. */
    String whole(double number) {
        return Double.isFinite(number)
                ? NumberFormat.getIntegerInstance(locale).format(Math.round(number))
                : text("no-limit");
    }

    /** With so many places behind the point. */
    String number(double number, int places) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return Double.isFinite(number) ? format.format(number) : "–";
    }

    /** A share as a percentage with one place. */
    String share(double share) {
        return Double.isNaN(share) ? "–" : number(share * 100, 1) + " %";
    }
}
