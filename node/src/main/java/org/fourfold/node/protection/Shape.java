package org.fourfold.node.protection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * What one place of a form takes: the fields of a file and the questions of an instrument are read the same way.
 *
 * @param formName its name in the form
 * @param options the codes to choose from; empty for words and dates
 */
public record Shape(String formName, Field.Kind kind, List<String> options) {

    public Shape {
        options = List.copyOf(options);
    }

    /**
     * The value from what a form sent: empty when nothing was given; codes joined by commas in the order of the list; a date
     * from its parts. Throws ProblemException for words that are too long and for what is no date.
     */
    public Optional<String> parse(List<String> sent) {
        return switch (kind) {
            case WORDS ->
                sent.stream().map(this::cut).filter(words -> !words.isBlank()).findFirst();
            case ONE -> sent.stream().filter(options::contains).findFirst();
            case SEVERAL -> {
                String chosen = options.stream().filter(sent::contains).collect(Collectors.joining(","));
                yield chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
            }
            case DATED -> DatedText.typed(sent, formName).map(DatedText::write);
        };
    }

    /** The codes of a stored value. */
    public List<String> codes(String value) {
        return switch (kind) {
            case ONE, SEVERAL -> Arrays.asList(value.split(",", -1));
            case WORDS, DATED -> List.of();
        };
    }

    private String cut(String words) {
        String plain = words.replace("\r\n", "\n").strip();
        if (plain.length() > Field.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.words-too-long", formName));
        }
        return plain;
    }
}
