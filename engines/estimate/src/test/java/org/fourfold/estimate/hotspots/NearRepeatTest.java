package org.fourfold.estimate.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Near repeats")
class NearRepeatTest {

    private static final NearRepeatOptions OPTIONS =
            new NearRepeatOptions(Metric.EUCLIDEAN, List.of(0.0, 1.0, 3.0), List.of(2, 7), 199);

    /** Incidents on a grid within a year; each of the first {@code repeats} comes again next door within two days. */
    private static List<Incident> incidents(long seed, int many, int repeats) {
        Random random = new Random(seed);
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Incident one = new Incident(
                    random.nextInt(30),
                    random.nextInt(30),
                    LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)));
            incidents.add(one);
            if (i < repeats) {
                incidents.add(new Incident(one.x() + 1, one.y(), one.day().plusDays(random.nextInt(3))));
            }
        }
        return incidents;
    }

    @Test
    @DisplayName("are counted as by looking at every pair, in a table that holds all of them")
    void counts() {
        List<Incident> incidents = incidents(1, 150, 10);
        NearRepeatResult result = Hotspots.nearRepeat(incidents, OPTIONS, Run.of(1));
        long all = 0;
        for (NearRepeatResult.Cell cell : result.cells()) {
            long observed = 0;
            long ofDistance = 0;
            long ofDays = 0;
            for (int i = 0; i < incidents.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double distance = Math.hypot(
                            incidents.get(i).x() - incidents.get(j).x(),
                            incidents.get(i).y() - incidents.get(j).y());
                    long days = Math.abs(incidents.get(i).day().toEpochDay()
                            - incidents.get(j).day().toEpochDay());
                    boolean near = distance > cell.fromDistance() && distance <= cell.toDistance();
                    boolean soon = days >= cell.fromDays() && days <= cell.toDays();
                    observed += near && soon ? 1 : 0;
                    ofDistance += near ? 1 : 0;
                    ofDays += soon ? 1 : 0;
                }
            }
            assertThat(cell.observed()).isEqualTo(observed);
            assertThat(cell.expected()).isEqualTo((double) ofDistance * ofDays / result.pairs(), within(1e-9));
            all += observed;
        }
        assertThat(result.cells()).hasSize(12);
        assertThat(all).isEqualTo(result.pairs()).isEqualTo(160L * 159 / 2);
    }

    @Test
    @DisplayName("that were planted are found where they were planted")
    void planted() {
        NearRepeatResult result = Hotspots.nearRepeat(incidents(2, 300, 40), OPTIONS, Run.of(1));
        NearRepeatResult.Cell nextDoorAndSoon = result.cells().get(3);
        assertThat(nextDoorAndSoon.toDistance()).isEqualTo(1);
        assertThat(nextDoorAndSoon.toDays()).isEqualTo(2);
        assertThat(nextDoorAndSoon.p()).isEqualTo(1 / 200.0);
        assertThat(nextDoorAndSoon.ratio()).isGreaterThan(5);
        assertThat(result.interaction().p()).isLessThan(0.05);
    }

    @Test
    @DisplayName("are told in about five of a hundred where dates have nothing to do with places")
    void nothing() {
        int told = 0;
        for (int seed = 0; seed < 200; seed++) {
            NearRepeatOptions few = new NearRepeatOptions(Metric.EUCLIDEAN, List.of(3.0), List.of(20), 99);
            told += Hotspots.nearRepeat(incidents(seed, 100, 0), few, Run.of(seed))
                                    .interaction()
                                    .p()
                            <= 0.05
                    ? 1
                    : 0;
        }
        assertThat(told).isBetween(2, 20);
    }

    @Test
    @DisplayName("are the same for any number of threads and order of rows")
    void same() {
        List<Incident> incidents = incidents(3, 200, 20);
        NearRepeatResult one = Hotspots.nearRepeat(incidents, OPTIONS, Run.of(1));
        Collections.shuffle(incidents, new Random(9));
        assertThat(Hotspots.nearRepeat(incidents, OPTIONS, Run.of(1).with(3))).isEqualTo(one);
    }

    @Test
    @DisplayName("of great circles: 111 km a degree of latitude")
    void sphere() {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            incidents.add(new Incident(-100, 20 + i, LocalDate.of(2024, 1, 1 + i)));
        }
        NearRepeatResult result = Hotspots.nearRepeat(
                incidents,
                new NearRepeatOptions(Metric.GREAT_CIRCLE_KM, List.of(111.0, 111.3, 223.0), List.of(1), 99),
                Run.of(1));
        assertThat(result.cells().stream().map(NearRepeatResult.Cell::observed))
                .containsExactly(0L, 0L, 5L, 0L, 0L, 4L, 0L, 6L);
    }

    @Test
    @DisplayName("refuse bands that do not grow, and four incidents")
    void bad() {
        NearRepeatOptions wrong = new NearRepeatOptions(Metric.EUCLIDEAN, List.of(2.0, 1.0), List.of(), 0);
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> Hotspots.nearRepeat(incidents(1, 4, 0), wrong, Run.of(1)))
                        .problems()
                        .stream()
                        .map(p -> p.fault().code() + " " + p.place()))
                .containsExactly("incidents ", "option-out-of-range permutations", "bands distances", "bands days");
    }
}
