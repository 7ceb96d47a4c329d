package org.fourfold.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The shipped lists are those of the standard, to the letter; the words for them are ours, in both languages. */
class HtcdsTest {

    private final Htcds htcds = Htcds.shipped();

    @Test
    void theStandardHas84FieldsAnd182CodesIn21Lists() {
        assertThat(htcds.fields()).hasSize(84);
        assertThat(htcds.fields()).filteredOn(Htcds.Field::core).hasSize(40);
        assertThat(htcds.fields())
                .filteredOn(field -> field.status().equals("DEPRECATED"))
                .hasSize(3);
        assertThat(htcds.lists()).hasSize(21);
        assertThat(htcds.lists().values().stream().mapToInt(List::size).sum()).isEqualTo(182);
    }

    @Test
    void fieldsAreThoseOfTheStandard() throws IOException {
        List<String> published = new ArrayList<>();
        for (NamedCsvRecord row : rows("htcds-2.0-fields.csv")) {
            if (!row.getField("status").equals("EXAMPLE")) {
                published.add(String.join(
                        " ",
                        row.getField("qualifiedName"),
                        row.getField("status"),
                        row.getField("core").equals("True") ? "core" : "optional"));
            }
        }
        assertThat(htcds.fields())
                .extracting(field -> field.name() + " " + field.status() + " " + (field.core() ? "core" : "optional"))
                .containsExactlyElementsOf(published);
    }

    @Test
    void codesAreThoseOfTheStandardMisspellingsIncluded() throws IOException {
        Map<String, List<String>> published = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("htcds-2.0-codelists.csv")) {
            published
                    .computeIfAbsent(row.getField("list"), list -> new ArrayList<>())
                    .add(row.getField("code"));
        }
        Map<String, List<String>> shipped = new LinkedHashMap<>();
        htcds.lists()
                .forEach((list, codes) ->
                        shipped.put(list, codes.stream().map(Htcds.Code::code).toList()));
        assertThat(shipped).containsExactlyInAnyOrderEntriesOf(published);
    }

    @Test
    void aFieldHasAListExactlyWhereItHoldsCodes() {
        assertThat(htcds.fields()).allSatisfy(field -> {
            boolean coded = field.kind() == Htcds.Kind.ONE || field.kind() == Htcds.Kind.SEVERAL;
            assertThat(htcds.lists().containsKey(field.list())).as(field.name()).isEqualTo(coded);
        });
        assertThat(htcds.codes("vic_RelationshipToTrafficker"))
                .extracting(Htcds.Code::code)
                .contains("Unaquainted");
    }

    @Test
    void noWordOfOursBlamesThePerson() {
        List<String> words = new ArrayList<>();
        for (Language language : Language.values()) {
            htcds.fields().forEach(field -> words.add(field.label(language)));
            htcds.lists().values().forEach(codes -> codes.forEach(code -> words.add(code.label(language))));
        }
        assertThat(words).noneMatch(String::isBlank);
        assertThat(words)
                .noneMatch(
                        word -> word.matches("(?i).*\\b(prostitu|pornogra|ilegal|illegal|menor(es)? de|víctima|victim|"
                                + "traficante|rescat|rescue).*"));
    }

    /** The standard as published, where it lies beside the repository: it is not the project's to ship. */
    private static Iterable<NamedCsvRecord> rows(String name) throws IOException {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path found = up.resolve("shared/data/htcds").resolve(name);
            if (Files.isRegularFile(found)) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(found)) {
                    return reader.stream().toList();
                }
            }
        }
        Assumptions.abort("shared/data/htcds/" + name + " is not on this machine: not compared");
        throw new IllegalStateException("unreachable");
    }
}
