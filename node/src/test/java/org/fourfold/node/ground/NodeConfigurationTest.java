package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigurationTest {

    private static final String WHOLE = """
            kind = shelter
            organisation.id = 00000000-0000-0001-0000-000000000001
            organisation.name = Casa Niñas
            zone = America/Guatemala
            language = es
            """;

    @Test
    void aConfigurationIsReadAsItWasWritten(@TempDir Path folder) {
        Home home = new Home(folder.resolve("home"));
        home.prepare(false);
        NodeConfiguration written = new NodeConfiguration(
                NodeKind.INVESTIGATION_UNIT,
                new OrganisationId(new UUID(1, 1)),
                "Fiscalía Sección = Trata # 1",
                ZoneId.of("America/Mexico_City"),
                Language.EN);

        written.write(home);

        assertThat(NodeConfiguration.read(home)).contains(written);
    }

    @Test
    void aHomeThatHasNotBeenAskedHasNoConfiguration(@TempDir Path folder) {
        assertThat(NodeConfiguration.read(new Home(folder))).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = WHOLE.replace("kind = shelter", "kind = castle") + "lanquage = es\n";

        assertThat(faults(text)).containsExactly("ground.configuration-unknown", "ground.configuration-invalid");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> NodeConfiguration.parse(WHOLE.replace("zone = America/Guatemala\n", "")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().details()).containsEntry("key", "zone"));
    }

    @Test
    void anEmptyFileLacksEveryKey() {
        assertThat(faults("")).hasSize(5).containsOnly("ground.configuration-missing");
    }

    @Test
    void aFileThatIsNotTextIsRefused(@TempDir Path folder) throws Exception {
        Home home = new Home(folder);
        Files.write(home.configuration(), WHOLE.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> NodeConfiguration.read(home)).hasMessage("ground.configuration-unreadable");
    }

    @Test
    void aBrokenEscapeIsRefused() {
        assertThat(faults(WHOLE + "zone = \\u12\n")).containsExactly("ground.configuration-unreadable");
    }

    @Test
    void protectionAndInvestigationNeverShareANode() {
        assertThat(NodeKind.SHELTER.has("protection")).isTrue();
        assertThat(NodeKind.INVESTIGATION_UNIT.has("protection")).isFalse();
        assertThat(NodeKind.COMMISSION.has("protection")).isFalse();
        for (NodeKind kind : NodeKind.values()) {
            assertThat(kind.has("protection") && kind.has("prosecution")).isFalse();
        }
        assertThat(NodeKind.INVESTIGATION_UNIT.rooms())
                .containsExactlyInAnyOrder("prosecution", "prevention", "partnership");
        assertThat(NodeKind.OBSERVATORY.modules())
                .containsExactlyInAnyOrder("trust", "access", "registry", "prevention", "partnership");
    }

    private static List<String> faults(String text) {
        try {
            NodeConfiguration read = NodeConfiguration.parse(text);
            throw new AssertionError("taken: " + read.kind());
        } catch (ProblemException e) {
            return e.problems().stream().map(Problem::code).toList();
        }
    }
}
