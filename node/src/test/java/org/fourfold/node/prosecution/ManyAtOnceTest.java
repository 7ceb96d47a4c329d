package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fourfold.node.frame.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many rows of one thing, and two files at one time. All of it is invented. */
@Tag("database")
class ManyAtOnceTest {

    private static final int SECONDS_MAX = 60;

    private final Unit unit = new Unit();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void aThingThatIsToldAgainAndAgainIsOneEntityWithAllThatWasTold() {
        String plate =
                "{\"id\":\"v\",\"schema\":\"Vehicle\",\"properties\":{\"registrationNumber\":[\"P-123 ABC\"]}}\n";
        StringBuilder lines = new StringBuilder(plate)
                .append(plate)
                .append(plate.replace("]}}", "],\"model\":[\"Inventado\"]}}"))
                .append(plate.replace("]}}", "],\"name\":[\"Carro rojo\"]}}"));
        // More of others than an import remembers: the last telling is put together with the first all the same.
        int others = 10_000;
        for (int i = 0; i < others; i++) {
            lines.append(
                    "{\"id\":\"p%1$d\",\"schema\":\"Person\",\"properties\":{\"phone\":[\"5%1$07d\"]}}%n".formatted(i));
        }
        ImportReport report = unit.take("told.json", lines.append(plate).toString());

        assertThat(report.fragments()).isEqualTo(others + 5);
        assertThat(report.entities()).isEqualTo(others + 1);
        assertThat(unit.count("identifier WHERE kind = 'PLATE'")).isEqualTo(1);
        assertThat(unit.count("token WHERE token = 'kVehicle'")).isEqualTo(1);
        EntityView vehicle = unit.prosecution
                .entity(
                        unit.investigator,
                        unit.prosecution
                                .search(unit.investigator, SearchRequest.of("carro"))
                                .hits()
                                .getFirst()
                                .id())
                .orElseThrow();
        assertThat(vehicle.claims())
                .extracting(EntityView.Claim::property, EntityView.Claim::row)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("model", 3L),
                        org.assertj.core.groups.Tuple.tuple("name", 4L),
                        org.assertj.core.groups.Tuple.tuple("registrationNumber", 1L),
                        org.assertj.core.groups.Tuple.tuple("registrationNumber", 2L),
                        org.assertj.core.groups.Tuple.tuple("registrationNumber", 3L),
                        org.assertj.core.groups.Tuple.tuple("registrationNumber", 4L),
                        org.assertj.core.groups.Tuple.tuple("registrationNumber", others + 5L));
    }

    @Test
    void whatTwoFilesShareStandsUnderOverlapsThoughTheyCameAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<ImportReport> one = threads.submit(taking("one.json", "3", both));
            Future<ImportReport> two = threads.submit(taking("two.json", "4", both));
            assertThat(one.get().overlaps() + two.get().overlaps()).isEqualTo(1);
        }
        assertThat(unit.count("overlap WHERE value = '+50255551234'")).isEqualTo(1);
    }

    /** A file that is all but read when the other one is. */
    private Callable<ImportReport> taking(String name, String prefix, CyclicBarrier both) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ProgressListener.EVERY_ROWS; i++) {
            lines.append(
                    "{\"id\":\"%s%d\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Persona %2$d\"],\"phone\":[\"%s\"]}}%n"
                            .formatted(prefix, i, i == 0 ? "5555 1234" : "%s%07d".formatted(prefix, i)));
        }
        var file = unit.write(name, lines.toString());
        return () -> unit.prosecution.importEntities(
                unit.investigator, file, name, ImportOptions.plain().withPhoneCountry("gt"), (rows, read, total) -> {
                    if (rows == ProgressListener.EVERY_ROWS) {
                        await(both);
                    }
                });
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other file did not come", e);
        }
    }
}
