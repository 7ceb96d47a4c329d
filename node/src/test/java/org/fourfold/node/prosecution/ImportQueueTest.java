package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prosecution.QueueItem.State;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.TablePreview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in line: worked off one after the other, each with its own result, none left behind. All persons are invented. */
@Tag("database")
class ImportQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENTITY =
            "{\"id\":\"p1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Persona Inventada\"]}}\n";

    @TempDir
    private Path uploads;

    private final Unit unit = new Unit();
    private final Actor member = unit.investigator;

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void knownFilesAreTakenAtOnceAndLikeSheetsNeedOneMapping() throws IOException {
        try (ImportQueue queue = queue()) {
            queue.add(member, "lista.json", ImportOptions.plain(), write(ENTITY));
            queue.add(member, "roto.json", ImportOptions.plain(), write("{\"id\":\"p1\",\"sch"));
            QueueItem first = queue.add(member, "hoja 0.xlsx", gt(), sheet(0));
            for (int i = 1; i < 10; i++) {
                queue.add(member, "hoja " + i + ".xlsx", gt(), sheet(i));
            }
            assertThat(first.state()).isInstanceOf(State.NeedsMapping.class);
            assertThat(first.headerRow()).isEqualTo(7);
            assertThat(names(uploads)).as("nothing of the sender's names").noneMatch(name -> name.contains("hoja"));
            assertThat(waitingFiles())
                    .allMatch(file ->
                            PosixFilePermissions.toString(permissions(file)).equals("rw-------"));

            Mapping mapping = queue.look(
                    member,
                    first.id(),
                    table -> TablePreview.of(table, 0, Optional.empty()).draft());
            ImportReport tried = queue.tryOut(member, first.id(), mapping);
            assertThat(tried.problems())
                    .hasSize(1)
                    .allMatch(problem -> problem.code().equals("prosecution.table.number-spoiled"));
            List<QueueItem> alike = queue.alike(member, first);
            assertThat(alike).hasSize(9);
            queue.run(member, first.id(), mapping);
            alike.forEach(item -> queue.run(member, item.id(), mapping));
            settle(queue);

            assertThat(reports(queue))
                    .hasSize(12)
                    .filteredOn(ImportReport::fileRefused)
                    .hasSize(1);
            assertThat(unit.count("source")).isEqualTo(11);
            assertThat(waitingFiles()).as("each is deleted when it is done").isEmpty();
        }
        assertThat(names(uploads)).isEmpty();
    }

    @Test
    void whatIsTakenOutIsGoneAndNobodySeesTheFilesOfAnother() throws IOException {
        try (ImportQueue queue = queue()) {
            QueueItem item = queue.add(member, "hoja.xlsx", gt(), sheet(1));
            Actor other = unit.member(Role.PROSECUTOR);
            assertThat(queue.items(other)).isEmpty();
            queue.cancel(other, item.id());
            assertThat(queue.item(member, item.id()).orElseThrow().isOpen()).isTrue();

            queue.cancel(member, item.id());
            assertThat(queue.item(member, item.id()).orElseThrow().state()).isInstanceOf(State.Cancelled.class);
            assertThat(waitingFiles()).isEmpty();
            assertThatThrownBy(() -> queue.look(member, item.id(), table -> 0)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> queue.items(unit.member(Role.ANALYST))).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        try (ImportQueue queue = queue()) {
            ImportQueue.Upload broken = file -> {
                Files.writeString(file, ENTITY);
                throw new IOException("the sender is gone");
            };
            assertThatThrownBy(() -> queue.add(member, "media.json", ImportOptions.plain(), broken))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(waitingFiles()).isEmpty();
            assertThat(queue.items(member)).isEmpty();
        }
    }

    @Test
    void anImportThatIsTakenOutHalfWayLeavesNothing() throws IOException {
        try (ImportQueue queue = queue()) {
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 60_000; i++) {
                many.append(ENTITY.replace("p1", "p" + i));
            }
            QueueItem item = queue.add(member, "muchas.json", ImportOptions.plain(), write(many.toString()));
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!(state(queue, item) instanceof State.Running running && running.rows() > 0)) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.onSpinWait();
            }
            queue.cancel(member, item.id());
            settle(queue);
            // The next one in line shows that the worker is through with the one before.
            queue.add(member, "lista.json", ImportOptions.plain(), write(ENTITY));
            settle(queue);

            assertThat(state(queue, item)).isInstanceOf(State.Cancelled.class);
            assertThat(unit.count("entity")).isOne();
            assertThat(unit.count("source")).isOne();
            assertThat(waitingFiles()).isEmpty();
        }
    }

    private ImportQueue queue() {
        return new ImportQueue(unit.prosecution, uploads, InstantSource.system(), unit.random);
    }

    private static ImportOptions gt() {
        return ImportOptions.plain().withPhoneCountry("gt");
    }

    private static ImportQueue.Upload write(String text) {
        return file -> Files.writeString(file, text);
    }

    private static ImportQueue.Upload sheet(int number) {
        return file -> Sheets.register(
                file,
                List.of("Persona Inventada " + letters(number), "Otra Inventada"),
                List.of("5555 01%02d".formatted(number), "5.02E+10"));
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 10) + (char) ('A' + number % 10);
    }

    private State state(ImportQueue queue, QueueItem item) {
        return queue.item(member, item.id()).orElseThrow().state();
    }

    private List<ImportReport> reports(ImportQueue queue) {
        return queue.items(member).stream()
                .filter(item -> item.state() instanceof State.Ended)
                .map(item -> ((State.Ended) item.state()).report())
                .toList();
    }

    private void settle(ImportQueue queue) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (queue.items(member).stream().anyMatch(QueueItem::isMoving)) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private List<Path> waitingFiles() throws IOException {
        try (Stream<Path> all = Files.walk(uploads)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.skip(1).map(path -> path.getFileName().toString()).toList();
        }
    }

    private static java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
