package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourfold link --labels} and {@code --frequencies}: what is known beside the tables. */
class LinkLabelsTest {

    @TempDir
    Path folder = Path.of("");

    /** Pairs of a run judged as they truly are: what stands before the hyphen of an id is the person. */
    private List<String> judged(String run, String word, int most) throws IOException {
        return Files.readAllLines(folder.resolve(run + "/pairs.csv")).stream()
                .skip(1)
                .filter(row -> row.endsWith(word))
                .limit(most)
                .map(row -> {
                    int first = row.indexOf(',');
                    String left = row.substring(0, first);
                    String right = row.substring(first + 1, row.indexOf(',', first + 1));
                    return left + "," + right + "," + (person(left).equals(person(right)) ? "yes" : "no");
                })
                .toList();
    }

    private static String person(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    /** Persons of whom only one given name and mostly a year of birth is said: who is who is often hard to tell. */
    private static InventedPersons vague() {
        return new InventedPersons(InventedPersons.of(2_000, 5).rows().stream()
                .map(row -> row.split(",", -1))
                .map(cell -> cell[0] + "," + first(cell[1]) + "," + cell[2] + ","
                        + cell[3].substring(0, Math.min(4, cell[3].length())) + "," + cell[4] + ",,")
                .toList());
    }

    private static String first(String words) {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }

    private Path labels(List<String> rows) throws IOException {
        List<String> all = new ArrayList<>(List.of("left_id,right_id,same"));
        all.addAll(rows);
        return Files.write(folder.resolve("labels.csv"), all);
    }

    @Test
    void probabilitiesAreLearntFromLabelsAndGivenOnlyThen() throws IOException {
        Path table = vague().write(folder.resolve("persons.csv"));
        assertThat(link("before", table).code()).isZero();
        List<String> rows = new ArrayList<>(judged("before", "yes", 250));
        rows.addAll(judged("before", "no", 250));
        assertThat(rows.stream().filter(row -> row.endsWith("no")).count()).isGreaterThan(30);

        Said said = link("after", table, "--labels", labels(rows).toString(), "--explain", "3");

        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains("Probabilities were learnt from");
        List<String> pairs = Files.readAllLines(folder.resolve("after/pairs.csv"));
        assertThat(pairs.getFirst()).isEqualTo("left_id,right_id,weight_bits,probability,linked");
        double before = 1;
        for (String row : pairs.subList(1, pairs.size())) {
            double probability = Double.parseDouble(row.split(",", -1)[3]);
            assertThat(probability).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(before);
            before = probability;
        }
        assertThat(Files.readString(folder.resolve("after/report.html")))
                .contains("Is it as honest for everyone?", "script: Latin", "source: persons");
        assertThat(Files.readString(folder.resolve("after/explanations.jsonl"))).contains("\"probability\":");
        assertThat(Files.readString(folder.resolve("after/run.txt"))).contains("\nlabels ");
        assertThat(Files.readString(folder.resolve("before/pairs.csv"))).doesNotContain("probability");
    }

    @Test
    void tooFewLabelsGiveNoProbabilityAndContradictingOnesNothingAtAll() throws IOException {
        Path table = InventedPersons.of(400, 5).write(folder.resolve("persons.csv"));
        assertThat(link("before", table).code()).isZero();

        Said few = link(
                "few", table, "--labels", labels(judged("before", "yes", 20)).toString());
        assertThat(few.answer()).contains("No probability is given: of the judged pairs 20 are in pairs.csv; 200");
        assertThat(Files.readString(folder.resolve("few/pairs.csv"))).doesNotContain("probability");

        refused("0-0 and 3-0 was judged the same and different", table, "0-0,3-0,yes", "3-0,0-0,no");
        refused("0-0 = 3-0 = 6-0", table, "0-0,3-0,yes", "3-0,6-0,yes", "0-0,6-0,no");
        refused("No record of the linkage has the id zz", table, "0-0,zz,yes");
        refused("no judgement: perhaps", table, "0-0,3-0,perhaps");
    }

    private void refused(String told, Path table, String... rows) throws IOException {
        Said said = link("bad", table, "--labels", labels(List.of(rows)).toString());
        assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.FAULTS.number());
        assertThat(said.all().replaceAll("\\s+", " ")).contains(told);
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @Test
    void aCensusSaysHowRareASurnameIs() throws IOException {
        Path table = InventedPersons.of(400, 5).write(folder.resolve("persons.csv"));
        Path census = Files.writeString(folder.resolve("census.csv"), "apellido,personas\nLópez,9000\nTzoc,10\n");
        String slot = "name.surname1=";
        assertThat(link("before", table).code()).isZero();

        Said said = link("after", table, "--frequencies", slot + census);

        assertThat(said.code()).as(said.all()).isZero();
        assertThat(Files.readString(folder.resolve("after/run.txt"))).contains("\nfrequencies name.surname1 ");
        assertThat(Files.readString(folder.resolve("after/pairs.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("before/pairs.csv")));

        Files.writeString(census, "apellido,personas\nLópez,many\n");
        for (String wrong : List.of(slot + census, "name.nick=" + census, "census.csv", slot + "nowhere.csv")) {
            Said bad = link("bad", table, "--frequencies", wrong);
            assertThat(bad.code()).as(wrong + bad.all()).isEqualTo(ExitCode.FAULTS.number());
            assertThat(folder.resolve("bad")).doesNotExist();
        }
        assertThat(link("bad", table, "--frequencies", slot + census).all()).contains("census.csv, row 1");
        assertThat(link("bad", table, "--frequencies", "name.nick=x").all()).contains("name.surname1, name.surname2");
    }

    private Said link(String out, Path table, String... more) {
        List<String> words = new ArrayList<>(List.of("link", table.toString()));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--model", "persons", "--out", folder.resolve(out).toString()));
        return Said.wide(words.toArray(String[]::new));
    }
}
