package org.fourfold.node.traces;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.RunningNode;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A whole node in a process of its own, so that everything it says is caught: its log goes to its output. Made-up members,
 * one of each needed role, with one password, in the home of a demonstration; a real home has its own. The line
 * {@code dump FILE} on its input makes it write everything in its memory; any other lets it end. Before that it tells the
 * clear columns of its record, one event a line.
 */
final class CanaryNode {

    static final String PASSWORD = "garza-ceiba-lumbre-estero-41";
    static final String READY = "ready on ";
    static final String DUMP = "dump ";
    static final String DUMPED = "dumped ";
    static final String EVENT = "event ";

    private static final Logger LOG = LoggerFactory.getLogger(CanaryNode.class);
    private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(4, 4));

    private CanaryNode() {}

    /** Argument: the prepared home. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Home home = new Home(Path.of(arguments[0]));
        NodeConfiguration configuration = NodeConfiguration.read(home).orElseGet(() -> configure(home));
        SecureRandom random = new SecureRandom();
        try (Ground ground = Ground.open(home, Optional.empty(), InstantSource.system(), random, new Listener(out))) {
            ground.migrate(NodeKind.SHELTER.modules());
            try (RunningNode node = RunningNode.start(new RunningNode.Parts(
                            ground.databases(),
                            new Shelter(home.isDemonstration()),
                            InstantSource.system(),
                            random,
                            RunningNode.LOOPBACK,
                            0,
                            home.temporary(),
                            List.of(home, configuration, new Listening.Loopback(0))));
                    BufferedReader input =
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                if (home.isDemonstration()) {
                    var members = node.facade(Founders.class).demonstration(invented());
                    out.println("members: " + members.size());
                    plant(ground.databases().of("access"));
                    breakConstraints(ground.databases().of("access"), out);
                }
                out.println(READY + node.port());
                obey(input, out);
                tellEvents(ground.databases().of("trust"), out);
            }
        }
    }

    private static NodeConfiguration configure(Home home) {
        NodeConfiguration configuration = new NodeConfiguration(
                NodeKind.SHELTER, ORGANISATION, "Refugio", ZoneId.of("America/Guatemala"), Language.ES);
        configuration.write(home);
        return configuration;
    }

    private static void obey(BufferedReader input, PrintStream out) throws IOException {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String line = input.readLine();
        while (line != null && line.startsWith(DUMP)) {
            String file = line.substring(DUMP.length());
            // What nobody refers to any more as well, as long as it is there.
            machine.dumpHeap(file, false);
            out.println(DUMPED + file);
            line = input.readLine();
        }
        out.println("ends " + (line == null ? "abandoned" : "as told"));
    }

    /** The control: one word in the log, one row in clear. */
    private static void plant(Database access) {
        LOG.info("planted {}", Canary.PLANTED.mark());
        access.asNode(tx -> tx.sql("INSERT INTO access.team (id, name) VALUES (:id, :name)")
                .with("id", new UUID(7, 7))
                .with("name", Canary.PLANTED.mark())
                .update());
    }

    /** What the database says of a value it refuses goes to the output as the driver tells it, message and all. */
    private static void breakConstraints(Database access, PrintStream out) {
        // The first is refused as there twice: its row was written and taken back, so it does lie in the data
        // directory.
        List<String> values =
                List.of(Canary.UPLOADED.mark(), Canary.TOLD.mark() + "\u0000", Canary.TOLD.mark() + "x".repeat(200));
        for (String value : values) {
            try {
                access.asNode(tx -> tx.sql("""
                        INSERT INTO access.team (id, name) VALUES (gen_random_uuid(), :name), (gen_random_uuid(), :name)
                        """).with("name", value).update());
            } catch (DataAccessException refused) {
                refused.printStackTrace(out);
                LOG.error("refused", refused);
            }
        }
    }

    private static void tellEvents(Database trust, PrintStream out) {
        trust.asNode(tx -> tx.sql("""
                        SELECT concat_ws(' ', module, type, member, role, purpose, subject, field_groups, row_count, detail)
                        FROM trust.event ORDER BY entry
                        """).list((row, n) -> row.getString(1))).forEach(event -> out.println(EVENT + event));
    }

    private static List<Founders.Invented> invented() {
        return Map.of(
                        "clara", Role.CASEWORKER,
                        "berta", Role.CASEWORKER,
                        "ana", Role.ANALYST,
                        "amparo", Role.ADMINISTRATOR)
                .entrySet()
                .stream()
                .map(member -> new Founders.Invented(
                        new NewMember(new SignInName(member.getKey()), "Persona inventada", Language.ES),
                        PASSWORD,
                        Set.of(member.getValue()),
                        Optional.empty(),
                        false))
                .toList();
    }

    private record Listener(PrintStream out) implements GroundListener {

        @Override
        public void restarted() {
            out.println("restarted");
        }

        @Override
        public void lost(Problem problem) {
            out.println("lost " + problem.code());
            Runtime.getRuntime().halt(Ground.EXIT_DATABASE_LOST);
        }
    }

    private record Shelter(boolean demonstration) implements House {

        @Override
        public String organisationName() {
            return "Refugio";
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
            return EnumSet.of(Room.TODAY, Room.TRUST, Room.PROTECTION, Room.PREVENTION);
        }
    }
}
