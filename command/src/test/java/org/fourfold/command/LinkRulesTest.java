package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fourfold link rules}: rules are shown and written into a model that links at once; what cannot be found is said. */
class LinkRulesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theWrittenModelLinksAndItsPairsAreTheOnesThatWereSaid() throws IOException {
        Path table = InventedPersons.of(300, 1).write(folder.resolve("persons.csv"));
        Path model = folder.resolve("mine.model");
        Said said = rules(table, "persons-few", "--budget", "3000", "--out", model.toString());
        assertThat(said.code()).as(said.all()).isZero();
        List<String> shown =
                said.lines().stream().filter(line -> line.startsWith("block ")).toList();
        assertThat(shown).isNotEmpty();
        assertThat(said.answer()).contains("likely matches", "The rules that the model has");
        String text = Files.readString(model);
        assertThat(text.lines().filter(line -> line.startsWith("block ")).toList())
                .isEqualTo(shown);
        assertThat(text).contains("# Found by \"fourfold link rules\": ", "\ntrain ", "\ncompare ");
        Said linked = Said.wide(
                "link",
                table.toString(),
                "--model",
                model.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(linked.code()).as(linked.all()).isZero();
        String pairs = text.replaceAll("(?s).*rules\": (\\d+) pairs.*", "$1");
        long compared = Files.readString(folder.resolve("out/run.txt"))
                .lines()
                .filter(line -> line.startsWith("rule pairs "))
                .mapToLong(line -> Long.parseLong(line.replaceAll("rule pairs (\\d+) .*", "$1")))
                .sum();
        assertThat(compared).isEqualTo(Long.parseLong(pairs)).isLessThanOrEqualTo(3_000);
        Said again = rules(table, "persons-few", "--budget", "3000", "--out", model.toString());
        assertThat(again.code()).as("nothing is overwritten").isNotZero();
    }

    @Test
    void judgedPairsMayTakeThePlaceOfWhatTheModelFindsLikely() throws IOException {
        Path table = InventedPersons.of(200, 2).write(folder.resolve("persons.csv"));
        List<String> labels = new ArrayList<>(List.of("left_id,right_id,label"));
        Files.readAllLines(table).stream()
                .map(line -> line.replaceAll(",.*", ""))
                .filter(id -> id.endsWith("-1"))
                .forEach(id -> labels.add(id.replace("-1", "-0") + "," + id + ",same"));
        Path file = Files.write(folder.resolve("labels.csv"), labels);
        Said said = rules(table, "persons-few", "--budget", "2000", "--labels", file.toString());
        assertThat(said.code()).as(said.all()).isZero();
        assertThat(said.answer()).contains((labels.size() - 1) + " likely matches");
        Files.writeString(file, "left_id,right_id,label\n" + labels.get(1).replace("same", "different") + "\n");
        assertThat(rules(table, "persons-few", "--budget", "2000", "--labels", file.toString())
                        .all())
                .contains("No pair in it was judged the same");
    }

    @Test
    void whatCannotBeFoundIsSaid() throws IOException {
        Path table = InventedPersons.of(200, 3).write(folder.resolve("persons.csv"));
        assertThat(rules(table, "persons-few", "--budget", "1").all()).contains("With 1 pairs no rule finds anything");
        assertThat(rules(table, "persons-few", "--budget", "0").all()).contains("This is no budget of pairs");
        Path two = folder.resolve("two.csv");
        Files.writeString(two, "rec_id,nombres,apellidos,phone\n1,Ana,Xol,\n2,Pedro,Funes,\n");
        Said said = rules(two, "persons", "--budget", "100");
        assertThat(said.code()).isNotZero();
        assertThat(said.all()).contains("None are invented");
        assertThat(Said.to(Language.ES, "link", "rules", two.toString(), "--model", "persons", "--budget", "100")
                        .all())
                .contains("inventa");
    }

    private static Said rules(Path table, String model, String... more) {
        List<String> words = new ArrayList<>(List.of("link", "rules", table.toString(), "--model", model));
        words.addAll(List.of(more));
        return Said.wide(words.toArray(String[]::new));
    }
}
