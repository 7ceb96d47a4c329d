package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fourfold.node.ground.RecoveryBed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A real node on its own durable PostgreSQL is told canaries in every place where a person tells something, is made to
 * fail in every way a visitor can make it fail, and is stopped. Then all that it said and all that it left is searched.
 */
@Tag("recovery")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:href|action|src|formaction|poster|data-[a-z-]+|hx-[a-z-]+)=\"([^\"]*)\"|<title>([^<]*)</title>");
    private static final List<String> FAILURES_MET = List.of("400", "404", "409", "413", "422");

    private final Path folder = RecoveryBed.folder(true);
    private final Path home = folder.resolve("home");
    private final Path said = folder.resolve("said.txt");
    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private final StringBuilder rawAnswers = new StringBuilder();

    @BeforeAll
    void live() throws IOException, InterruptedException {
        try (CanaryProcess node = CanaryProcess.start(home, said)) {
            try (Visit visit = new Visit(node.port())) {
                visit.tellEverything();
                answers.addAll(visit.visitor.answers());
                rawAnswers.append(visit.raw);
            }
            node.end();
        }
    }

    @AfterAll
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void whatWasToldWasReallyKeptAndTheNodeReallyFailed() {
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.uri().getPath()).matches("/files/[0-9a-f-]{36}");
            assertThat(Canary.in(answer.body())).contains(Canary.TOLD, Canary.NUMBER);
        });
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.uri().getPath()).matches("/map/imports/[0-9a-f-]{36}");
            assertThat(Canary.in(answer.body())).contains(Canary.UPLOADED);
        });
        assertThat(answers.stream().map(answer -> "" + answer.statusCode()))
                .containsAll(FAILURES_MET)
                .doesNotContain("500");
    }

    @Test
    void theSearchFindsWhatWasPlanted() throws IOException {
        assertThat(Canary.in(Files.readString(said))).contains(Canary.PLANTED);
        assertThat(Canary.tracesOf(Canary.PLANTED, home.resolve("data")))
                .anySatisfy(file -> assertThat(file.toString()).startsWith("base"));
        assertThat(Canary.tracesOf(Canary.PLANTED, home.resolve("data")))
                .anySatisfy(file -> assertThat(file.toString()).startsWith("pg_wal"));
        assertThat(home.resolve("logs").resolve("postgresql.log")).isNotEmptyFile();
        assertThat(addresses("<a href=\"/files?typed=QZPLANTADA\">")).containsExactly("/files?typed=QZPLANTADA");
    }

    @Test
    void nothingOfItStandsInWhatTheNodeSaid() throws IOException {
        List<String> lines = Files.readAllLines(said).stream()
                .filter(line -> Canary.in(line).stream().anyMatch(canary -> canary != Canary.PLANTED))
                .toList();
        assertThat(lines).isEmpty();
    }

    @Test
    void nothingOfItStandsInTheClearColumnsOfTheRecord() throws IOException {
        List<String> events = Files.readAllLines(said).stream()
                .filter(line -> line.startsWith(CanaryNode.EVENT))
                .toList();
        assertThat(String.join("\n", events))
                .contains("case.opened", "case.searched", "case.note-written", "case.closed", "case.glass-broken")
                .contains("case.refused", "prevention.imported");
        assertThat(events.stream().flatMap(event -> Canary.in(event).stream())).isEmpty();
    }

    @Test
    void nothingOfItStandsInAHeaderOrARedirect() {
        assertThat(answers.stream()
                        .flatMap(answer -> answer.headers().map().entrySet().stream())
                        .map(Map.Entry::toString)
                        .filter(header -> !Canary.in(header).isEmpty()))
                .isEmpty();
        String heads = rawAnswers.toString();
        assertThat(Canary.in(heads)).isEmpty();
    }

    @Test
    void noPageMakesAnAddressOrATitleOfIt() {
        assertThat(answers.stream()
                        .flatMap(answer -> addresses(answer.body()).stream())
                        .filter(address -> Canary.in(address).stream().anyMatch(canary -> canary != Canary.ADDRESSED)))
                .isEmpty();
    }

    @Test
    void noErrorPageRepeatsIt() {
        assertThat(answers.stream()
                        .filter(answer ->
                                answer.statusCode() >= 400 && answer.statusCode() != 409 && answer.statusCode() != 422)
                        .filter(answer ->
                                Canary.in(answer.body()).stream().anyMatch(canary -> canary != Canary.ADDRESSED))
                        .map(answer -> answer.statusCode() + " " + answer.uri().getPath()))
                .isEmpty();
    }

    @Test
    void nothingOfItLiesInTheHomeButWhatPreventionKeeps() {
        for (Canary canary : List.of(Canary.TOLD, Canary.NUMBER, Canary.ADDRESSED)) {
            assertThat(Canary.tracesOf(canary, home)).as(canary.toString()).isEmpty();
        }
        assertThat(Canary.tracesOf(Canary.UPLOADED, home))
                .as("uploaded")
                .allSatisfy(file -> assertThat(file.toString()).startsWith("data/"));
    }

    @Test
    void nothingOfItLiesInATemporaryFolder() {
        for (Canary canary : Canary.values()) {
            assertThat(Canary.tracesOf(canary, folder.resolve("temporary")))
                    .as(canary.toString())
                    .isEmpty();
        }
    }

    private static List<String> addresses(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map(found ->
                        Objects.requireNonNullElse(found.group(1), Objects.requireNonNullElse(found.group(2), "")))
                .toList();
    }
}
