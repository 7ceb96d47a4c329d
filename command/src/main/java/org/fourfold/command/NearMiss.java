package org.fourfold.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody who mistyped a word most likely meant: the known word that the fewest keystrokes lead to. */
final class NearMiss {

    /** One keystroke wrong for every so many letters typed, and one in any case. */
    private static final int LETTERS_FOR_ONE_FAULT = 3;

    private NearMiss() {}

    /** The command or option meant, of those that could stand there; empty when none is near. */
    static Optional<String> of(UnmatchedArgumentException fault) {
        List<String> unmatched = fault.getUnmatched();
        return unmatched.isEmpty() ? Optional.empty() : near(unmatched.getFirst(), known(fault.getCommandLine()));
    }

    static Optional<String> near(String typed, Stream<String> known) {
        String word = typed.indexOf('=') > 0 ? typed.substring(0, typed.indexOf('=')) : typed;
        int most = Math.max(1, word.length() / LETTERS_FOR_ONE_FAULT);
        return known.filter(one -> keystrokes(word, one) <= most)
                .min(Comparator.comparingInt((String one) -> keystrokes(word, one))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Stream<String> known(CommandLine here) {
        Stream<String> commands = here.getSubcommands().entrySet().stream()
                .filter(one -> !one.getValue().getCommandSpec().usageMessage().hidden())
                .map(one -> one.getKey());
        return Stream.concat(
                commands, here.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names())));
    }

    /** Levenshtein's distance. */
    private static int keystrokes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
