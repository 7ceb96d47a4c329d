package org.fourfold.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourfold.linkage.cluster.Standing.Pair;
import org.fourfold.linkage.records.RecordName;
import org.junit.jupiter.api.Test;

class JudgementsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final String HEADING = "source_a,id_a,source_b,id_b,verdict,who,when,until,reason\n";

    private static RecordName name(String id) {
        return new RecordName("s", id);
    }

    private static Pair pair(String a, String b) {
        return new Pair(name(a), name(b));
    }

    private static Judgement said(String a, String b, Verdict verdict, String who, String when) {
        return new Judgement(name(a), name(b), verdict, who, Instant.parse(when), Optional.empty(), "");
    }

    private static Judgement same(String a, String b) {
        return said(a, b, Verdict.SAME, "Xol", "2026-01-01T00:00:00Z");
    }

    private static Judgement different(String a, String b) {
        return said(a, b, Verdict.DIFFERENT, "Xol", "2026-01-01T00:00:00Z");
    }

    private static Standing standing(Judgement... judgements) {
        return new Judgements(List.of(judgements)).on(DAY);
    }

    private static Judgements read(String text) throws IOException {
        return Judgements.read("judged.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itDoesNotMatterWhichRecordIsNamedFirst() {
        assertThat(same("2", "1")).isEqualTo(same("1", "2"));
        assertThat(standing(same("2", "1")).same()).containsExactly(pair("1", "2"));
    }

    @Test
    void theLastWordOfAPersonCounts() {
        Standing standing = standing(
                said("1", "2", Verdict.SAME, "Xol", "2026-01-01T00:00:00Z"),
                said("1", "2", Verdict.DIFFERENT, "Xol", "2026-01-02T00:00:00Z"));
        assertThat(standing.different()).containsExactly(pair("1", "2"));
        assertThat(standing.same()).isEmpty();
        assertThat(standing.contradictions()).isEmpty();
    }

    @Test
    void whatTwoPersonsSayBothWaysStaysApartAndIsTold() {
        Judgement one = said("1", "2", Verdict.SAME, "Xol", "2026-01-01T00:00:00Z");
        Judgement other = said("1", "2", Verdict.DIFFERENT, "Ixcoy", "2026-01-02T00:00:00Z");
        Standing standing = standing(one, other);
        assertThat(standing.same()).isEmpty();
        assertThat(standing.different()).containsExactly(pair("1", "2"));
        assertThat(standing.disputed()).containsExactly(pair("1", "2"));
        assertThat(standing.contradictions())
                .containsExactly(new Contradiction.BothWays(name("1"), name("2"), List.of(one, other)));
    }

    @Test
    void aChainThatEndsInTwoDifferentRecordsIsToldAndJoinsNothing() {
        Standing standing = standing(same("a", "b"), same("b", "c"), different("a", "c"), same("c", "d"));
        assertThat(standing.contradictions())
                .containsExactly(new Contradiction.Chain(
                        List.of(name("a"), name("b"), name("c")),
                        List.of(same("a", "b"), same("b", "c")),
                        List.of(different("a", "c"))));
        assertThat(standing.disputed()).containsExactly(pair("a", "b"), pair("b", "c"));
        assertThat(standing.same())
                .as("what is no part of the contradiction still holds")
                .containsExactly(pair("c", "d"));
        assertThat(standing.different()).containsExactly(pair("a", "c"));
    }

    @Test
    void theContradictionEndsWhenItsJudgementDoes() {
        Judgement brief = new Judgement(
                name("a"),
                name("c"),
                Verdict.DIFFERENT,
                "Xol",
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.of(DAY),
                "");
        Judgements all = new Judgements(List.of(same("a", "b"), same("b", "c"), brief));
        assertThat(all.on(DAY).contradicting()).isEqualTo(1);
        assertThat(all.on(DAY.plusDays(1)).contradicting()).isZero();
        assertThat(all.on(DAY.plusDays(1)).same()).containsExactly(pair("a", "b"), pair("b", "c"));
        assertThat(all.on(LocalDate.parse("2025-12-31"))).isEqualTo(Standing.NOTHING);
    }

    @Test
    void unsureJoinsAndPartsNothingAndIsRemembered() {
        Standing standing = standing(said("1", "2", Verdict.UNSURE, "Xol", "2026-01-01T00:00:00Z"));
        assertThat(standing.unsure()).containsExactly(pair("1", "2"));
        assertThat(standing.same()).isEmpty();
        assertThat(standing.different()).isEmpty();
    }

    @Test
    void whoIsUnsureNowHasTakenBackWhatTheySaid() {
        Standing standing = standing(
                said("1", "2", Verdict.SAME, "Xol", "2026-01-01T00:00:00Z"),
                said("1", "2", Verdict.UNSURE, "Xol", "2026-03-01T00:00:00Z"));
        assertThat(standing.same()).isEmpty();
        assertThat(standing.unsure()).containsExactly(pair("1", "2"));
    }

    /** Against all simple ways, tried one by one. */
    @Test
    void exactlyTheJudgementsOnSomeWayBetweenTwoDifferentRecordsAreDisputed() {
        int disputed = 0;
        for (long seed = 0; seed < 400; seed++) {
            Random lot = new Random(seed);
            TreeSet<Pair> same = new TreeSet<>();
            TreeSet<Pair> different = new TreeSet<>();
            for (int i = 0; i < 11; i++) {
                int a = lot.nextInt(9);
                int b = lot.nextInt(9);
                if (a != b) {
                    (i < 9 ? same : different)
                            .add(pair(String.valueOf(Math.min(a, b)), String.valueOf(Math.max(a, b))));
                }
            }
            different.removeAll(same);
            List<Judgement> all = new ArrayList<>();
            same.forEach(each -> all.add(same(each.a().id(), each.b().id())));
            different.forEach(each -> all.add(different(each.a().id(), each.b().id())));
            Collections.shuffle(all, lot);
            TreeSet<Pair> expected = new TreeSet<>();
            for (Pair each : different) {
                boolean _ = ways(same, each.a(), each.b(), new ArrayList<>(), expected);
            }
            Standing standing = new Judgements(all).on(DAY);
            assertThat(standing.disputed()).as("seed %d", seed).containsExactlyElementsOf(expected);
            same.removeAll(expected);
            assertThat(standing.same()).containsExactlyElementsOf(same);
            disputed += expected.size();
        }
        assertThat(disputed).isGreaterThan(400);
    }

    private static boolean ways(
            Set<Pair> same, RecordName at, RecordName goal, List<RecordName> passed, Set<Pair> found) {
        boolean any = at.equals(goal);
        for (Pair each : any ? List.<Pair>of() : List.copyOf(same)) {
            RecordName next = each.a().equals(at) ? each.b() : each.b().equals(at) ? each.a() : at;
            if (!next.equals(at) && !passed.contains(next)) {
                passed.add(at);
                if (ways(same, next, goal, passed, found)) {
                    found.add(each);
                    any = true;
                }
                passed.removeLast();
            }
        }
        return any;
    }

    @Test
    void aChainOfAHundredThousandJudgementsIsFollowedWithoutHarm() {
        int length = 100_000;
        List<Judgement> all = new ArrayList<>(IntStream.range(0, length)
                .mapToObj(i -> same(String.format("%06d", i), String.format("%06d", i + 1)))
                .toList());
        for (int i = 0; i < 1_000; i++) {
            all.add(different(String.format("%06d", i), String.format("%06d", length - i)));
        }
        Standing standing = new Judgements(all).on(DAY);
        assertThat(standing.contradicting()).isEqualTo(1_000);
        assertThat(standing.contradictions())
                .as("no more records than are told")
                .hasSizeBetween(1, 2);
        assertThat(standing.same()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Judgements all = new Judgements(List.of(
                new Judgement(
                        new RecordName("casa, norte", "17"),
                        new RecordName("policía", "A \"9\""),
                        Verdict.SAME,
                        "M. Xol",
                        Instant.parse("2026-11-27T15:04:05Z"),
                        Optional.of(DAY),
                        "trajo los dos papeles,\nla madre"),
                different("1", "2")));
        StringBuilder out = new StringBuilder();
        all.write(out);
        assertThat(read(out.toString())).isEqualTo(all);
        assertThat(out.toString()).startsWith(HEADING);
    }

    @Test
    void aFileMayBeWrittenByHand() throws IOException {
        assertThat(read("id_b;id_a;verdict;who;when\n2;1;Same;Xol;2026-01-01\n").all())
                .containsExactly(new Judgement(
                        new RecordName("", "1"),
                        new RecordName("", "2"),
                        Verdict.SAME,
                        "Xol",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Optional.empty(),
                        ""));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsRowAndNothingOfWhatWasJudged() {
        String rows = """
                s,1,s,1,same,Xol,2026-01-01,,
                s,secret,s,3,maybe,Xol,2026-01-01,,
                s,secret,s,3,same,,2026-01-01,,
                s,secret,s,3,same,Xol,yesterday,,
                s,secret,s,3,same,Xol,2026-01-01,2025-01-01,
                s,secret,s,,same,Xol,2026-01-01,,
                s,secret,s,3,same
                """;
        assertThatThrownBy(() -> read(HEADING + rows))
                .isInstanceOfSatisfying(
                        JudgementsProblem.class,
                        problem -> assertThat(problem.faults())
                                .extracting(wrong ->
                                        wrong.row() + " " + wrong.fault().code())
                                .containsExactlyInAnyOrder(
                                        "1 same-record",
                                        "2 unknown-verdict",
                                        "3 nobody-judged",
                                        "4 no-day",
                                        "5 ends-before-it-begins",
                                        "6 no-id",
                                        "7 no-day",
                                        "7 too-few-cells"))
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileWithoutItsColumnsIsRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(JudgementsProblem.class)
                .hasMessageContaining("columns=id_a, id_b, verdict, who, when}");
    }

    @Test
    void aThousandFaultsAreTwentyAndACount() {
        String rows = "s,1,s,1,same,Xol,2026-01-01,,\n".repeat(1_000);
        assertThatThrownBy(() -> read(HEADING + rows)).isInstanceOfSatisfying(JudgementsProblem.class, problem -> {
            assertThat(problem.faults()).hasSize(JudgementsProblem.FAULTS_MAX);
            assertThat(problem.more()).isEqualTo(980);
        });
    }

    @Test
    void theOrderOfJudgementsChangesNothing() {
        List<Judgement> all = new ArrayList<>(Stream.of(
                        same("a", "b"),
                        same("b", "c"),
                        same("c", "d"),
                        same("d", "a"),
                        different("a", "c"),
                        said("b", "d", Verdict.SAME, "Ixcoy", "2026-02-01T00:00:00Z"),
                        different("b", "d"))
                .toList());
        Standing standing = new Judgements(all).on(DAY);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, new Random(i));
            assertThat(new Judgements(all).on(DAY)).isEqualTo(standing);
        }
    }
}
