package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Judgements;
import org.fourfold.linkage.cluster.Verdict;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.RecordsReader;
import org.junit.jupiter.api.Test;

/** From rows to clusters: what persons judged holds when the data change and all is learnt anew. */
class JudgementsSurviveTest {

    private static final String SOURCE = "table.csv";
    private static final int JUDGED = 40;

    private final LinkageModel persons = ModelReader.shipped("persons");
    private final List<List<String>> rows = InventedPersons.rows(3_000, new Random(61));

    @Test
    void everyJudgementSurvivesTrainingOnOtherData() {
        List<List<String>> found = TestLinkage.clusters(link(rows, List.of()));
        List<Judgement> judged = new ArrayList<>();
        // Whom the engine holds for one and a person for two, and the other way round; not all of one cluster.
        for (int i = 0; i < JUDGED; i++) {
            judged.add(judged(found.get(i).getFirst(), found.get(i).get(1), Verdict.DIFFERENT));
            judged.add(judged(
                    found.get(JUDGED + i).getFirst(), found.get(2 * JUDGED + i).getFirst(), Verdict.SAME));
        }
        Set<String> named = new HashSet<>();
        judged.forEach(each -> named.addAll(List.of(each.a().id(), each.b().id())));
        holds(judged, rows);

        List<List<String>> more = new ArrayList<>(rows);
        InventedPersons.rows(2_000, new Random(62)).stream().skip(1).forEach(row -> more.add(renamed(row, "n")));
        holds(judged, more);

        // Another population: of the first, only who was judged is left.
        List<List<String>> other = new ArrayList<>(rows.subList(0, 1));
        rows.stream().skip(1).filter(row -> named.contains(row.getFirst())).forEach(other::add);
        InventedPersons.rows(1_500, new Random(63)).stream().skip(1).forEach(row -> other.add(renamed(row, "o")));
        holds(judged, other);
    }

    private void holds(List<Judgement> judged, List<List<String>> table) {
        Linkage.Result result = link(table, judged);
        Map<String, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < result.records().size(); i++) {
            Integer _ = clusterOf.put(result.records().idOf(i), result.clusters()[i]);
        }
        assertThat(judged).allSatisfy(each -> {
            boolean together = clusterOf
                    .getOrDefault(each.a().id(), -1)
                    .equals(clusterOf.getOrDefault(each.b().id(), -2));
            assertThat(together).isEqualTo(each.verdict() == Verdict.SAME);
        });
        assertThat(result.contradictions()).isEmpty();
    }

    private Linkage.Result link(List<List<String>> table, List<Judgement> judged) {
        String csv = table.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n"));
        try (Threads threads = new Threads(2)) {
            RecordsReader reader = new RecordsReader(persons, threads);
            reader.read(TestLinkage.table(csv), SOURCE);
            Linkage.Conditions known =
                    Linkage.Conditions.NONE.with(new Judgements(judged).on(LocalDate.of(2026, 11, 27)));
            return Linkage.link(persons, reader.records(), known, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgement judged(String a, String b, Verdict verdict) {
        return new Judgement(
                new RecordName(SOURCE, a),
                new RecordName(SOURCE, b),
                verdict,
                "M. Xol",
                Instant.parse("2026-11-27T12:00:00Z"),
                Optional.empty(),
                "");
    }

    private static List<String> renamed(List<String> row, String before) {
        List<String> other = new ArrayList<>(row);
        other.set(0, before + row.getFirst());
        return other;
    }
}
