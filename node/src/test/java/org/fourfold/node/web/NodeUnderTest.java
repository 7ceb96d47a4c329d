package org.fourfold.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.RunningNode;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestRun;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;
import org.fourfold.node.trust.Keyring;
import org.jspecify.annotations.Nullable;

/**
 * The running nodes for all browser tests of a run: a made-up shelter, and for the prosecution room a made-up
 * investigation unit, each with one member of each role it has, all with the same password. What a test writes stays for
 * the others, so each looks for its own things only.
 */
public final class NodeUnderTest implements AutoCloseable {

    public static final String PASSWORD = "garza-ceiba-lumbre-estero-41";
    public static final String ORGANISATION = "Refugio Ceiba";

    private static final OrganisationId ORGANISATION_ID = new OrganisationId(new UUID(4, 4));
    private static final Map<String, Role> MEMBERS = Map.of(
            "clara", Role.CASEWORKER,
            "noe", Role.NIGHT_STAFF,
            "sonia", Role.SUPERVISOR,
            "lucia", Role.LAWYER,
            "ana", Role.ANALYST,
            "leandro", Role.LIAISON,
            "paz", Role.PRIVACY_OFFICER,
            "teo", Role.TRUSTEE,
            "amparo", Role.ADMINISTRATOR);

    private static final Map<String, Role> OFFICERS = Map.of(
            "ines", Role.INVESTIGATOR,
            "pedro", Role.PROSECUTOR,
            "sonia", Role.SUPERVISOR,
            "ana", Role.ANALYST,
            "amparo", Role.ADMINISTRATOR);

    private static @Nullable NodeUnderTest shared;
    private static @Nullable NodeUnderTest unit;

    private final TestDatabase test;
    private final Home home;
    private final RunningNode node;
    private final Map<String, Role> roles;
    private final Map<SignInName, MemberId> members;

    private NodeUnderTest(
            TestDatabase test,
            Home home,
            RunningNode node,
            Map<String, Role> roles,
            Map<SignInName, MemberId> members) {
        this.test = test;
        this.home = home;
        this.node = node;
        this.roles = roles;
        this.members = members;
    }

    /** The shelter of this run; started by the first who asks. */
    public static synchronized NodeUnderTest shared() {
        if (shared == null) {
            shared = start(new Made(NodeKind.SHELTER, ORGANISATION), MEMBERS);
            TestRun.atTheEnd(shared::close);
        }
        return shared;
    }

    /** The investigation unit of this run; started by the first who asks. */
    public static synchronized NodeUnderTest unit() {
        if (unit == null) {
            unit = start(new Made(NodeKind.INVESTIGATION_UNIT, "Unidad Estero"), OFFICERS);
            TestRun.atTheEnd(unit::close);
        }
        return unit;
    }

    /** A member of a made-up shelter, and in which of its teams. */
    public record Invented(String name, Role role, Optional<String> team, boolean supervises) {

        private Founders.Invented member() {
            NewMember member = new NewMember(new SignInName(name), "Persona inventada " + name, Language.ES);
            return new Founders.Invented(member, PASSWORD, Set.of(role), team, supervises);
        }
    }

    /** A shelter of the caller's own, with that clock and that chance; the caller closes it. */
    public static NodeUnderTest shelter(InstantSource clock, SecureRandom random, List<Invented> members) {
        Map<String, Role> roles = members.stream().collect(Collectors.toMap(Invented::name, Invented::role));
        List<Founders.Invented> invented =
                members.stream().map(Invented::member).toList();
        return start(new Made(NodeKind.SHELTER, ORGANISATION), roles, invented, clock, random);
    }

    public String address() {
        return "http://127.0.0.1:" + node.port();
    }

    /** The same under the name that passkeys are bound to. */
    public String addressByName() {
        return "http://localhost:" + node.port();
    }

    /** A module's façade, to lay out what a page shows. */
    public <T> T facade(Class<T> type) {
        return node.facade(type);
    }

    /** The member of that name in the role they have, for the purpose. */
    public Actor actor(String name, Purpose purpose) {
        MemberId member = Objects.requireNonNull(members.get(new SignInName(name)), name);
        return new Actor(member, Objects.requireNonNull(roles.get(name)), purpose, ORGANISATION_ID);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Opens it again with its passphrase, after it was locked. */
    public void unlock() {
        try {
            String passphrase = Files.readString(home.keys().resolve("demonstration.txt"));
            node.facade(Keyring.class).unlock(passphrase.strip().toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that may do and see everything; the test closes it. */
    public Connection superuser() {
        return test.superuser();
    }

    /** From now on the node's disk is full, or is not: whoever fills it empties it again. */
    public void fullDisk(boolean full) {
        test.fullDisk(full);
    }

    /** A fresh window in which the member is signed in. */
    public Window openAs(String name, Look look) {
        return openAs(name, look, true);
    }

    /** The same with or without scripts. */
    public Window openAs(String name, Look look, boolean scripts) {
        Window window = Window.open(address(), look, scripts);
        signIn(window, name);
        // A member's own setting goes before the browser's.
        window.visit("/language/" + look.language().tag());
        return window;
    }

    private void signIn(Window window, String name) {
        window.visit("/sign-in");
        window.page().locator("#name").fill(name);
        window.page().locator("#password").fill(PASSWORD);
        window.page().locator("main form .button").first().click();
        window.page().waitForURL(url -> !url.contains("/sign-in"));
    }

    private static NodeUnderTest start(Made house, Map<String, Role> roles) {
        List<Founders.Invented> members = roles.entrySet().stream()
                .map(member -> new Invented(
                                member.getKey(),
                                member.getValue(),
                                Optional.of("Casa Ceiba"),
                                member.getValue() == Role.SUPERVISOR)
                        .member())
                .toList();
        return start(house, roles, members, InstantSource.system(), new SecureRandom());
    }

    private static NodeUnderTest start(
            Made house,
            Map<String, Role> roles,
            List<Founders.Invented> members,
            InstantSource clock,
            SecureRandom random) {
        TestDatabase test = TestDatabase.fresh(clock);
        Home home = new Home(TestRun.folder("node").resolve("home"));
        home.prepare(true);
        NodeConfiguration configuration = new NodeConfiguration(
                house.kind(), ORGANISATION_ID, house.organisationName(), house.zone(), house.language());
        configuration.write(home);
        int port = freePort();
        RunningNode node = RunningNode.start(new RunningNode.Parts(
                test.databases(),
                house,
                clock,
                random,
                RunningNode.LOOPBACK,
                port,
                home.temporary(),
                List.of(home, configuration, new Listening.Loopback(port))));
        return new NodeUnderTest(
                test, home, node, roles, node.facade(Founders.class).demonstration(members));
    }

    /** A number, not "any": passkeys are bound to it. */
    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An organisation of a kind, with the rooms of that kind. */
    private record Made(NodeKind kind, String organisationName) implements House {

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
            Set<Room> rooms = EnumSet.of(Room.TODAY, Room.TRUST);
            for (Room room : Room.values()) {
                if (kind.has(room.module())) {
                    rooms.add(room);
                }
            }
            return rooms;
        }
    }
}
