package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Public labelled pairs of names (nomenklatura's cases, MIT): normalising alone must bring many pairs of one bearer to the
 * same words, and hardly any of two. No matcher is tested here; the bounds are what the rules reached when they were
 * written, so that a change that loses pairs is seen.
 */
class NamePairsTest {

    private static final String FILE = "shared/data/investigation/matching/nomenklatura_name_bench_cases.csv";

    private record Pair(String kind, String one, String other, boolean same) {}

    @Test
    void personsOfOneNameComeToTheSameWords() throws IOException {
        List<Pair> pairs =
                pairs().stream().filter(pair -> pair.kind().equals("Person")).toList();
        report("persons, same words", pairs, NamePairsTest::sameWords, 0.15, 0.02);
        report("persons, same sounds", pairs, NamePairsTest::sameSounds, 0.21, 0.02);
    }

    @Test
    void organisationsOfOneNameComeToTheSameBag() throws IOException {
        List<Pair> pairs =
                pairs().stream().filter(pair -> !pair.kind().equals("Person")).toList();
        report("organisations, same bag", pairs, NamePairsTest::sameBag, 0.39, 0.03);
    }

    private interface Same {
        boolean test(Pair pair);
    }

    private static void report(String what, List<Pair> pairs, Same same, double foundMin, double wrongMax) {
        List<Pair> one = pairs.stream().filter(Pair::same).toList();
        List<Pair> two = pairs.stream().filter(pair -> !pair.same()).toList();
        double found = (double) one.stream().filter(same::test).count() / one.size();
        List<Pair> wrong = two.stream().filter(same::test).toList();
        System.out.printf(
                "%s: %.3f of %d true, %d of %d false %s%n", what, found, one.size(), wrong.size(), two.size(), wrong);
        assertThat(found).as(what).isGreaterThanOrEqualTo(foundMin);
        assertThat((double) wrong.size() / two.size()).as("%s %s", what, wrong).isLessThanOrEqualTo(wrongMax);
    }

    private static boolean sameWords(Pair pair) {
        return words(pair.one(), false).equals(words(pair.other(), false));
    }

    private static boolean sameSounds(Pair pair) {
        return words(pair.one(), true).equals(words(pair.other(), true));
    }

    private static boolean sameBag(Pair pair) {
        return Organisation.of(pair.one())
                .bag()
                .equals(Organisation.of(pair.other()).bag());
    }

    private static Set<String> words(String raw, boolean sound) {
        PersonName name = PersonName.of(raw);
        Set<String> words = new HashSet<>();
        Stream.of(name.given(), name.surnames(), name.married())
                .flatMap(List::stream)
                .forEach(word -> words.add(sound ? word.sound() : word.text()));
        return words;
    }

    private static List<Pair> pairs() throws IOException {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve(FILE);
            if (Files.exists(found)) {
                List<String> lines = Files.readAllLines(found);
                return lines.stream()
                        .skip(1)
                        .map(NamePairsTest::cells)
                        .filter(cells -> cells.size() > 4)
                        .map(cells -> new Pair(
                                cells.get(1),
                                cells.get(2),
                                cells.get(3),
                                cells.get(4).equals("true")))
                        .toList();
            }
        }
        Assumptions.abort(FILE + " is not on this machine: not counted");
        return List.of();
    }

    /** RFC 4180, one line a record. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(sign);
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
