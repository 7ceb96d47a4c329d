package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fourfold.estimate.prevalence.PrevalenceResult;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three lists of invented persons; who stands on which is known, since each list was written from the persons. */
@Tag("database")
class OverlapTest {

    private final SplittableRandom random = new SplittableRandom(20261127);
    private final OrganisationId organisation = OrganisationId.random(random);
    private final TestDatabase test = TestDatabase.fresh();
    private final Overlap overlap = new Overlap(test.database("prevention"));
    private final Actor analyst = actor(Role.ANALYST, Purpose.PREVENTION);

    private Actor actor(Role role, Purpose purpose) {
        return new Actor(MemberId.random(random), role, purpose, organisation);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void whoStandsOnWhichListIsCountedAsItIs() {
        OverlapReport report = overlap.count(
                analyst,
                List.of(
                        list(InventedLists.of(0, 300, 10)),
                        list(InventedLists.of(200, 450, 0)),
                        list(InventedLists.of(280, 500, 0))),
                Map.of());

        // Written so: A 0..299 with ten of them twice, B 200..449, C 280..499.
        assertThat(report.lists().getFirst().records()).isEqualTo(310);
        assertThat(report.lists().getFirst().repeated()).isCloseTo(10, within(2L));
        assertThat(report.persons()).isCloseTo(500, within(8L));
        assertThat(history(report, 0b001)).isCloseTo(200, within(6L));
        assertThat(history(report, 0b011)).isCloseTo(80, within(6L));
        assertThat(history(report, 0b111)).isCloseTo(20, within(6L));
        assertThat(history(report, 0b110)).isCloseTo(150, within(6L));
        assertThat(history(report, 0b100)).isCloseTo(50, within(6L));
        assertThat(history(report, 0b101)).isZero();
        assertThat(report.pairs()).isPositive();
        assertThat(report.expectedFalse()).isBetween(0.0, 20.0);
    }

    /** Of 500 persons some 440 are on a list, each list having half of them by lot: 500 is what every method should find. */
    @Test
    void howManyThereMayBeIsSaidByEveryMethod() {
        OverlapReport report = overlap.count(
                analyst,
                List.of(
                        list(InventedLists.someOf(500, 0.5, 1)),
                        list(InventedLists.someOf(500, 0.5, 2)),
                        list(InventedLists.someOf(500, 0.5, 3))),
                Map.of());
        PrevalenceResult result = ((OverlapEstimate.Made) report.estimate()).result();
        assertThat(result.panel().answers()).hasSizeGreaterThan(1).allSatisfy(answer -> {
            assertThat(answer.limits().lower95()).isLessThan(505);
            assertThat(answer.limits().upper95()).isGreaterThan(495);
        });
    }

    @Test
    void listsWithNobodyInCommonGiveNoNumber() {
        OverlapReport report = overlap.count(
                analyst, List.of(list(InventedLists.of(0, 120, 0)), list(InventedLists.of(200, 320, 0))), Map.of());
        assertThat(((OverlapEstimate.Refused) report.estimate()).why())
                .extracting(problem -> problem.fault().code())
                .containsExactly("no-overlap");
    }

    @Test
    void columnsWithOtherNamesAreFoundOnceTheyAreTold() {
        String other = InventedLists.of(0, 150, 0).replace("nombres,apellidos", "Como se llama,De familia");
        String usual = InventedLists.of(100, 250, 0).replace("nombres,apellidos", "NOMBRES,Apellidos");

        assertThat(code(List.of(list(other), list(usual)), Map.of())).isEqualTo("prevention.overlap-columns");
        OverlapReport report = overlap.count(
                analyst, List.of(list(other), list(usual)), Map.of("given", "como se llama", "surnames", "De familia"));
        assertThat(history(report, 0b11)).isCloseTo(50, within(3L));
    }

    @Test
    void whatCannotBeCountedIsRefusedWithItsMend() {
        String some = InventedLists.of(0, 80, 0);
        assertThat(code(List.of(list(some)), Map.of())).isEqualTo("prevention.overlap-lists");
        assertThat(code(List.of(list(some), list("")), Map.of())).isEqualTo("prevention.overlap-unreadable");
        assertThat(code(List.of(list(some), list("nombres,apellidos\nAna,Paz\n")), Map.of()))
                .as("a name alone says not who")
                .isEqualTo("prevention.overlap-columns");
        assertThat(code(List.of(list(InventedLists.of(0, 20, 0)), list(InventedLists.of(10, 30, 0))), Map.of()))
                .isEqualTo("prevention.overlap-few");
        assertThat(code(List.of(list(some), list(some + ",,,\n".repeat(Overlap.RECORDS_MAX))), Map.of()))
                .isEqualTo("prevention.overlap-many");
    }

    @Test
    void onlyWhoImportsForPreventionCounts() {
        List<OverlapList> lists = List.of(list(InventedLists.of(0, 80, 0)), list(InventedLists.of(0, 80, 0)));
        for (Actor other : List.of(
                actor(Role.CASEWORKER, Purpose.PREVENTION),
                actor(Role.LIAISON, Purpose.PREVENTION),
                actor(Role.ANALYST, Purpose.PROTECTION))) {
            assertThatThrownBy(() -> overlap.count(other, lists, Map.of())).isInstanceOf(RefusedException.class);
        }
    }

    private String code(List<OverlapList> lists, Map<String, String> columns) {
        try {
            return overlap.count(analyst, lists, columns).toString();
        } catch (ProblemException refused) {
            return refused.problems().getFirst().code();
        }
    }

    private static long history(OverlapReport report, int set) {
        return report.histories().getOrDefault(set, 0L);
    }

    private static OverlapList list(String csv) {
        return () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
