package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.prevention.IncidentJudgement.Verdict;
import org.fourfold.node.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources tell of some incidents both; the node proposes the pairs and says why, and a person's decision holds. */
@Tag("database")
class DuplicatesTest {

    /** Incidents that both sources tell of, of those that each tells of. */
    private static final int SHARED = 12;

    private static final int EACH = 80;

    private final SplittableRandom random = new SplittableRandom(20261127);
    private final OrganisationId organisation = OrganisationId.random(random);
    private final Actor analyst = actor(Role.ANALYST, Purpose.PREVENTION);
    private final TestDatabase test = TestDatabase.fresh();
    private final Prevention prevention = new Prevention(
            test.database("prevention"),
            Registry.open(test.database("registry"), InstantSource.system()),
            InstantSource.system(),
            random);
    private final Duplicates duplicates =
            new Duplicates(test.database("prevention"), InstantSource.system(), Runnable::run);

    @TempDir
    private Path folder;

    private Actor actor(Role role, Purpose purpose) {
        return new Actor(MemberId.random(random), role, purpose, organisation);
    }

    @AfterEach
    void close() {
        duplicates.close();
        test.close();
    }

    @Test
    void whatBothSourcesTellIsProposedFirstAndADecisionHolds() {
        importBoth();

        duplicates.begin(analyst, Optional.empty(), Optional.empty());

        List<DuplicateProposal> proposals = proposals();
        // The outside truth: incident n of the one source is incident n of the other.
        long right = proposals.stream().limit(SHARED).filter(this::isShared).count();
        assertThat(right).as("of the %d strongest", SHARED).isGreaterThanOrEqualTo(SHARED - 2);
        assertThat(proposals)
                .allSatisfy(each -> assertThat(source(each.first())).isNotEqualTo(source(each.second())));
        DuplicateProposal strongest = proposals.getFirst();
        assertThat(strongest.reasons())
                .contains(new DuplicateProposal.Reason("day", 1, true))
                .extracting(DuplicateProposal.Reason::part)
                .doesNotContain("origin");

        duplicates.judge(analyst, strongest.pair(), Verdict.DIFFERENT, "Another shore");
        assertThat(proposals()).extracting(DuplicateProposal::pair).doesNotContain(strongest.pair());
        duplicates.begin(analyst, Optional.empty(), Optional.empty());
        assertThat(proposals())
                .as("never again")
                .extracting(DuplicateProposal::pair)
                .doesNotContain(strongest.pair());

        duplicates.judge(analyst, strongest.pair(), Verdict.OPEN, "It was the same shore");
        duplicates.judge(analyst, strongest.pair(), Verdict.SAME, "Both name the boat");
        assertThat(duplicates.sameAs(analyst, strongest.first())).containsExactly(strongest.second());
        assertThat(duplicates.pair(analyst, strongest.pair()).orElseThrow().judgements())
                .extracting(IncidentJudgement::verdict)
                .containsExactly(Verdict.SAME, Verdict.OPEN, Verdict.DIFFERENT);
        duplicates.judge(analyst, strongest.pair(), Verdict.OPEN, "Not sure any more");
        assertThat(duplicates.sameAs(analyst, strongest.first())).isEmpty();
        assertThat(prevention.overview(analyst, IncidentFilter.all(), 2).incidents())
                .as("nothing is deleted")
                .isEqualTo(2 * EACH);
    }

    @Test
    void oneSourceOrTooFewAreNotCompared() {
        importSource("One", 0, EACH, false);
        assertThatThrownBy(() -> duplicates.begin(analyst, Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.code()).isEqualTo("prevention.duplicates-one-source")));
        importSource("Two", 0, EACH, true);
        assertThatThrownBy(() -> duplicates.begin(analyst, Optional.of(LocalDate.of(2024, 12, 31)), Optional.empty()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whoReadsIncidentsSeesProposalsAndOnlyWhoImportsDecides() {
        importBoth();
        duplicates.begin(analyst, Optional.empty(), Optional.empty());
        Actor caseworker = actor(Role.CASEWORKER, Purpose.PREVENTION);
        IncidentPair pair = proposals().getFirst().pair();

        assertThat(duplicates.latest(caseworker)).isPresent();
        assertThatThrownBy(() -> duplicates.judge(caseworker, pair, Verdict.SAME, "x"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> duplicates.begin(caseworker, Optional.empty(), Optional.empty()))
                .isInstanceOf(RefusedException.class);
        for (Actor other :
                List.of(actor(Role.NIGHT_STAFF, Purpose.PREVENTION), actor(Role.ANALYST, Purpose.PROTECTION))) {
            assertThatThrownBy(() -> duplicates.latest(other)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> duplicates.pair(other, pair)).isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> duplicates.judge(analyst, pair, Verdict.SAME, " "))
                .isInstanceOf(ProblemException.class);
    }

    private List<DuplicateProposal> proposals() {
        DuplicateRun run = duplicates.latest(analyst).orElseThrow().run();
        assertThat(run.state()).isEqualTo(DuplicateRun.State.DONE);
        return run.proposals();
    }

    private boolean isShared(DuplicateProposal proposal) {
        return number(proposal.first()).equals(number(proposal.second()));
    }

    private String source(java.util.UUID id) {
        return prevention.incident(analyst, id).orElseThrow().incident().source();
    }

    private String number(java.util.UUID id) {
        return prevention.incident(analyst, id).orElseThrow().incident().externalId();
    }

    private void importBoth() {
        importSource("One", 0, EACH, false);
        importSource("Two", EACH - SHARED, 2 * EACH - SHARED, true);
    }

    /** Incidents of those numbers; the other source tells of some a day later, with other counts or in other words. */
    private void importSource(String source, int from, int to, boolean retold) {
        StringBuilder text =
                new StringBuilder("Incident ID,Incident date,No. dead,No. missing,Cause of death (category),"
                        + "Country of Incident,Country of Origin,Location of death,Latitude,Longitude\n");
        for (int n = from; n < to; n++) {
            SplittableRandom each = new SplittableRandom(n);
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(each.nextInt(360));
            int dead = 1 + each.nextInt(9);
            double latitude = 15 + each.nextInt(1000) / 100.0;
            double longitude = -105 + each.nextInt(1000) / 100.0;
            String spot =
                    "Rancho " + Integer.toString(1000 + each.nextInt(9000), 36) + " Kilometre " + each.nextInt(90);
            text.append('R').append(n).append(',');
            text.append(retold && n % 4 == 0 ? day.plusDays(1) : day).append(',');
            text.append(retold && n % 3 == 0 ? dead + 1 : dead).append(",,");
            text.append(retold ? "Violence" : n % 2 == 0 ? "Violence" : "Drowning")
                    .append(",Mexico,Unknown,");
            text.append(retold ? spot.replace("Kilometre ", "km ") : spot).append(',');
            text.append(latitude).append(',').append(longitude).append('\n');
        }
        try {
            Path file = Files.writeString(folder.resolve(source + ".csv"), text.toString());
            ImportReport report = prevention.importIncidents(
                    analyst, file, ImportOptions.plain().withSourceName(source), ProgressListener.silent());
            assertThat(report.accepted()).isEqualTo(to - from);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
