package org.fourfold.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstraintsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    @TempDir
    private Path folder;

    private static Judgement said(String a, String b, Verdict verdict) {
        return new Judgement(
                name(a), name(b), verdict, "Xol", Instant.parse("2026-01-01T00:00:00Z"), Optional.empty(), "");
    }

    private static RecordName name(String text) {
        int colon = text.indexOf(':');
        return new RecordName(text.substring(0, colon), text.substring(colon + 1));
    }

    /** However records are renumbered and evidence is learnt anew, what was judged holds. */
    @Test
    void everyJudgementSurvivesARerunAndTrainingAnew() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add("s" + i % 3 + "," + i + ",x");
        }
        Random lot = new Random(5);
        Judgements judged = new Judgements(List.of(
                said("s0:0", "s1:1", Verdict.SAME), said("s1:1", "s2:2", Verdict.SAME),
                said("s0:0", "s0:3", Verdict.DIFFERENT), said("s2:5", "s0:6", Verdict.DIFFERENT)));
        for (int run = 0; run < 30; run++) {
            Collections.shuffle(rows, lot);
            Records records = Tables.of(folder, rows.subList(0, 300));
            rows.add("s9," + (1_000 + run) + ",x");
            long seed = run;
            Edges edges = RandomGraph.of(records.size(), seed).edges();
            Constraints constraints = Constraints.of(judged.on(DAY), records);
            int[] clusters = new Clusterer(
                            records.size(),
                            RandomGraph.RULES,
                            Said.of((a, b) -> RandomGraph.evidence(seed, a, b)),
                            constraints,
                            List.of(),
                            Optional.empty())
                    .cluster(edges, RandomGraph.PRIOR);
            for (Judgement each : judged.all()) {
                if (isThere(records, each.a()) && isThere(records, each.b())) {
                    int a = Tables.record(records, each.a().source(), each.a().id());
                    int b = Tables.record(records, each.b().source(), each.b().id());
                    boolean bridge = each.verdict() == Verdict.SAME;
                    assertThat(clusters[a] == clusters[b])
                            .as("run %d, %s", run, each)
                            .isEqualTo(bridge);
                }
            }
        }
    }

    private static boolean isThere(Records records, RecordName name) {
        for (int i = 0; i < records.size(); i++) {
            if (RecordName.of(records, i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anIdThatTwoSourcesUseIsTwoRecords() throws IOException {
        Records records = Tables.of(folder, List.of("a,1,x", "b,1,x", "a,2,x"));
        Constraints constraints =
                Constraints.of(new Judgements(List.of(said("a:1", "a:2", Verdict.SAME))).on(DAY), records);
        assertThat(constraints.sameA()).hasSize(1);
        assertThat(List.of(constraints.sameA()[0], constraints.sameB()[0]))
                .containsExactlyInAnyOrder(Tables.record(records, "a", "1"), Tables.record(records, "a", "2"));
        assertThat(constraints.contradicting()).isZero();
    }

    @Test
    void whoIsNotAmongTheRecordsIsCounted() throws IOException {
        Records records = Tables.of(folder, List.of("a,1,x", "a,2,x"));
        Constraints constraints =
                Constraints.of(new Judgements(List.of(said("a:1", "a:7", Verdict.SAME))).on(DAY), records);
        assertThat(constraints.unknown()).isEqualTo(1);
        assertThat(constraints.sameA()).isEmpty();
    }

    @Test
    void aNameThatTwoRecordsHaveJoinsNothingAndKeepsBothApart() throws IOException {
        Records records = Tables.of(folder, List.of("a,1,x", "a,1,y", "a,2,x", "a,3,x"));
        Constraints constraints = Constraints.of(
                new Judgements(List.of(said("a:1", "a:2", Verdict.SAME), said("a:1", "a:3", Verdict.DIFFERENT)))
                        .on(DAY),
                records);
        assertThat(constraints.sameA()).isEmpty();
        int three = Tables.record(records, "a", "3");
        for (int record = 0; record < 4; record++) {
            boolean one = records.idOf(record).equals("1");
            assertThat(constraints.different().keepsApart(three, record)).isEqualTo(one);
        }
        assertThat(constraints.contradictions()).containsExactly(new Contradiction.Ambiguous(name("a:1"), 2));
    }

    @Test
    void rolesAreReadFromASlotOrFromSources() throws IOException {
        Records records = Tables.of(folder, List.of("police,1,Suspect", "shelter,2,VICTIM", "shelter,3,"));
        List<RolePair> apart = List.of(RolePair.VICTIM_AND_SUSPECT);
        JoinRule bySlot = JoinRule.roles(Roles.ofSlot(records, "role"), apart);
        JoinRule bySource =
                JoinRule.roles(Roles.ofSources(records, Map.of("police", "suspect", "shelter", "victim")), apart);
        int one = Tables.record(records, "police", "1");
        int two = Tables.record(records, "shelter", "2");
        int three = Tables.record(records, "shelter", "3");
        assertThat(bySlot.keepsApart(one, two)).isTrue();
        assertThat(bySlot.keepsApart(one, three)).isFalse();
        assertThat(bySource.keepsApart(one, three)).isTrue();
        assertThat(bySource.keepsApart(two, three)).isFalse();
    }

    @Test
    void aSourceHoldsNobodyTwiceButNoSourceIsNoSource() throws IOException {
        Records records = Tables.of(folder, List.of("a,1,x", "a,2,x", ",3,x", ",4,x"));
        JoinRule rule = JoinRule.onePerSource(records);
        assertThat(rule.keepsApart(Tables.record(records, "a", "1"), Tables.record(records, "a", "2")))
                .isTrue();
        assertThat(rule.keepsApart(Tables.record(records, "", "3"), Tables.record(records, "", "4")))
                .isFalse();
    }
}
