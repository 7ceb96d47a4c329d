package org.fourfold.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fourfold.node.frame.Language;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All modules together: every bean finds what it asks for, and the web answers. */
@Tag("database")
class NodeStartsTest {

    @Test
    void allModulesStartTogetherAndTheWebAnswers(@TempDir Path folder) throws IOException, InterruptedException {
        try (TestDatabase test = TestDatabase.fresh();
                RunningNode node = RunningNode.start(new RunningNode.Parts(
                        test.databases(),
                        new Shelter(),
                        InstantSource.system(),
                        new SecureRandom(),
                        RunningNode.LOOPBACK,
                        0,
                        folder,
                        List.of(new Home(folder))));
                HttpClient client = HttpClient.newHttpClient()) {
            URI health = URI.create("http://127.0.0.1:" + node.port() + "/health");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    /** A made-up shelter with all rooms. */
    private static final class Shelter implements House {

        @Override
        public String organisationName() {
            return "Refugio de prueba";
        }

        @Override
        public boolean demonstration() {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("America/Guatemala");
        }

        @Override
        public Language language() {
            return Language.ES;
        }

        @Override
        public Set<Room> rooms() {
            return EnumSet.allOf(Room.class);
        }
    }
}
