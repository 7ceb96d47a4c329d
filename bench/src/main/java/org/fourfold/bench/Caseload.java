package org.fourfold.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourfold.command.demo.InventedNames;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.CountRun;
import org.fourfold.node.protection.Counts;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.count.CountPeriod;

/**
 * A house with many files: fifty members list, search and open without pause and with pauses, through the door that the pages
 * use, and somebody counts the month. Files are opened through that door too, half of them with a service of this month.
 *
 * <p>Arguments, each optional: files, seconds of each measurement, the folder of a home that is kept. Where that home holds files
 * already, only those that are missing are opened, so that measuring again takes minutes.
 */
final class Caseload {

    private static final double AIM_MILLIS = 150;
    private static final double COUNT_AIM_MILLIS = 10_000;
    private static final long SEED = 20_261_127;
    private static final int TEAMS = 10;
    private static final int MEMBERS = 50;
    private static final int LOADERS = 8;

    /** Between two things that a member does who works briskly. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ScratchNode node;
    private final Protection protection;
    private final Services services;
    private final List<Actor> actors;
    private final Actor newcomer;

    /** By member, and the names under which they opened files. */
    private final Map<MemberId, List<CaseFileId>> files = new HashMap<>();

    private final List<List<String>> names = Stream.generate(() -> (List<String>) new ArrayList<String>())
            .limit(MEMBERS)
            .toList();

    /** What is done and how long it took. */
    private enum What {
        LIST,
        SEARCH,
        OPEN
    }

    private record Took(What what, long nanos) {}

    private Caseload(ScratchNode node) {
        this.node = node;
        InstantSource clock = InstantSource.system();
        var database = node.ground().databases().of("protection");
        this.protection = new Protection(database, node.keyring(), clock, node.random());
        this.services = new Services(database, node.keyring(), clock, node.random());
        this.newcomer = node.actor("newcomer", Role.CASEWORKER, Purpose.PROTECTION);
        this.actors = IntStream.range(0, MEMBERS)
                .mapToObj(i -> node.actor("member" + i, role(i), Purpose.PROTECTION))
                .toList();
    }

    /** One of five supervises. */
    private static Role role(int member) {
        return member < TEAMS ? Role.SUPERVISOR : Role.CASEWORKER;
    }

    static void main(String... arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Duration length = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 30);
        Path results = Path.of("bench", "results");
        try (ScratchNode node = node(arguments, results)) {
            Caseload caseload = new Caseload(node);
            caseload.load(count);
            caseload.onlyOfTheirTeams();
            System.out.println(Machine.line(results));
            caseload.work(Duration.ofSeconds(10), PAUSE, false);
            caseload.work(length, PAUSE, true);
            caseload.work(length, Duration.ZERO, true);
            caseload.newcomer();
            caseload.count(caseload.actors.getFirst(), "a supervisor counts the month of a team");
            caseload.everybodysSupervisor();
            caseload.count(caseload.actors.getFirst(), "a supervisor counts the month of the whole house");
            System.out.println(Machine.load());
        }
    }

    private static ScratchNode node(String[] arguments, Path results) throws IOException {
        Files.createDirectories(results);
        return arguments.length > 2
                ? ScratchNode.kept(Path.of(arguments[2]), invented())
                : new ScratchNode(results.resolve("caseload-home"), invented());
    }

    private static List<Founders.Invented> invented() {
        return Stream.concat(
                        IntStream.range(0, MEMBERS)
                                .mapToObj(i -> member("member" + i, role(i), "Team " + i % TEAMS, i < TEAMS)),
                        Stream.of(member("newcomer", Role.CASEWORKER, "Team of one", false)))
                .toList();
    }

    private static Founders.Invented member(String name, Role role, String team, boolean supervises) {
        return new Founders.Invented(
                new NewMember(new SignInName(name), name + " (invented)", Language.ES),
                "not used to sign in " + name,
                Set.of(role),
                Optional.of(team),
                supervises);
    }

    /** Opens as many as are missing; names and who opens are the same each time. */
    private void load(int count) throws SQLException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        int there = there();
        InventedNames lot = new InventedNames(new Random(SEED));
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<CaseFileId>> opening = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = lot.next().full();
                int member = i % MEMBERS;
                boolean served = i % 2 == 0;
                names.get(member).add(name);
                if (i >= there) {
                    opening.add(loaders.submit(() -> open(name, actors.get(member), served)));
                }
            }
            for (Future<CaseFileId> each : opening) {
                Objects.requireNonNull(each.get());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d files were there, %d opened in %.0f s%n",
                    there,
                    opening.size(),
                    (System.nanoTime() - begun) / 1e9);
        }
        try (Connection owner = node.ground().databases().openOwner();
                var statement = owner.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
        }
        know();
    }

    private int there() throws SQLException {
        try (Connection backup = node.ground().databases().openBackup();
                var rows = backup.createStatement().executeQuery("SELECT count(*) FROM protection.case_file")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Whose the files are that a member opens again. */
    private void know() throws SQLException {
        try (Connection backup = node.ground().databases().openBackup();
                var rows = backup.createStatement().executeQuery("SELECT owner, id FROM protection.case_file")) {
            while (rows.next()) {
                files.computeIfAbsent(new MemberId(rows.getObject(1, UUID.class)), none -> new ArrayList<>())
                        .add(new CaseFileId(rows.getObject(2, UUID.class)));
            }
        }
    }

    private CaseFileId open(String name, Actor owner, boolean served) {
        OpeningId opening = protection.begin(owner);
        protection.keep(
                owner,
                opening,
                new Answers(Map.of(
                        Field.NAME, new Answer.Given<>(name),
                        Field.NEEDS_OTHER, new Answer.Given<>("una cama y ropa de abrigo"),
                        Field.INTERPRETER, new Answer.Given<>("no"))));
        CaseFileId file = protection.open(owner, opening).id();
        if (served) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            services.give(owner, file, Optional.of(ServiceKind.COUNSELLING), Optional.of(today), 1, "");
        }
        return file;
    }

    private void work(Duration length, Duration pause, boolean told) throws InterruptedException, ExecutionException {
        Instant end = Instant.now().plus(length);
        List<Took> all = new ArrayList<>();
        try (ExecutorService members = Executors.newFixedThreadPool(MEMBERS)) {
            List<Future<List<Took>>> working = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                Actor actor = actors.get(i);
                RandomGenerator random = new Random(SEED + i);
                List<String> own = names.get(i);
                working.add(members.submit(() -> member(actor, own, random, end, pause)));
            }
            for (Future<List<Took>> each : working) {
                all.addAll(each.get());
            }
        }
        if (told) {
            String how = pause.isZero() ? "without pause" : "a pause of " + pause.toSeconds() + " s on average";
            for (What what : What.values()) {
                long[] nanos = all.stream()
                        .filter(one -> one.what() == what)
                        .mapToLong(Took::nanos)
                        .toArray();
                String line = what.name().toLowerCase(Locale.ROOT) + ", 50 members, " + how;
                System.out.println(new Percentiles(nanos).line(line, AIM_MILLIS));
            }
        }
    }

    private List<Took> member(Actor actor, List<String> known, RandomGenerator random, Instant end, Duration pause)
            throws InterruptedException {
        List<Took> took = new ArrayList<>();
        List<CaseFileId> own = Objects.requireNonNull(files.get(actor.member()), "nobody is without files");
        Thread.sleep(random.nextLong(pause.toMillis() + 1));
        while (Instant.now().isBefore(end)) {
            What what = What.values()[random.nextInt(What.values().length)];
            String name = known.get(random.nextInt(known.size()));
            CaseFileId file = own.get(random.nextInt(own.size()));
            long begun = System.nanoTime();
            switch (what) {
                case LIST -> protection.files(actor, CaseState.OPEN, Optional.empty());
                case SEARCH -> protection.find(actor, name);
                case OPEN -> protection.view(actor, file);
            }
            took.add(new Took(what, System.nanoTime() - begun));
            // Twice the average at most, evenly: members do not keep step.
            Thread.sleep(random.nextLong(2 * pause.toMillis() + 1));
        }
        return took;
    }

    /** Who may read none of the files has an empty list, and waits no longer for it. */
    private void newcomer() {
        long[] nanos = new long[20];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            protection.files(newcomer, CaseState.OPEN, Optional.empty());
            nanos[i] = System.nanoTime() - begun;
        }
        System.out.println(new Percentiles(nanos).line("list of somebody who has none, one after another", AIM_MILLIS));
    }

    private void count(Actor actor, String what) throws InterruptedException {
        try (Counts counts = new Counts(
                node.ground().databases().of("protection"),
                node.keyring(),
                InstantSource.system(),
                node.random(),
                () -> ZoneOffset.UTC)) {
            CountPeriod month = CountPeriod.of(CountPeriod.Length.MONTH, YearMonth.now(ZoneOffset.UTC), Month.OCTOBER);
            long begun = System.nanoTime();
            UUID run = counts.begin(actor, month);
            Optional<CountRun> now = counts.run(actor, run);
            while (now.isPresent() && now.get().tally().isEmpty() && !now.get().failed()) {
                Thread.sleep(20);
                now = counts.run(actor, run);
            }
            long nanos = System.nanoTime() - begun;
            var tally = now.flatMap(CountRun::tally).orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d files, %d clients: %.2f s; aim <= %.0f s, ratio %.2f%n",
                    what,
                    tally.files(),
                    tally.cell("clients.total").orElseThrow().persons(),
                    nanos / 1e9,
                    COUNT_AIM_MILLIS / 1000,
                    nanos / 1e6 / COUNT_AIM_MILLIS);
        }
    }

    /** In a kept home the first supervisor may supervise every team since the last time. */
    private void onlyOfTheirTeams() throws SQLException {
        try (Connection owner = node.ground().databases().openOwner();
                var leave = owner.prepareStatement("""
                        DELETE FROM access.team_member m WHERE member = ? AND team <> (
                            SELECT id FROM access.team WHERE name = 'Team 0')
                        """)) {
            leave.setObject(1, actors.getFirst().member().value());
            int _ = leave.executeUpdate();
        }
    }

    /** The first supervisor supervises every team from now on. */
    private void everybodysSupervisor() throws SQLException {
        try (Connection owner = node.ground().databases().openOwner();
                var add = owner.prepareStatement("""
                        INSERT INTO access.team_member (team, member, supervises) SELECT id, ?, true FROM access.team
                        ON CONFLICT (team, member) DO NOTHING
                        """)) {
            add.setObject(1, actors.getFirst().member().value());
            int _ = add.executeUpdate();
        }
    }
}
