package org.fourfold.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.command.demo.InventedNames;
import org.fourfold.linkage.NameKeys;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Found;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;

/**
 * Search by a misspelt name over a million tokens, through the door that the pages use: keyed tokens, row security, the
 * names that are shown decrypted, and an event in an fsynced commit for each search.
 *
 * <p>Files are opened through the same door by 20 caseworkers in four teams; most of what matches a search therefore
 * belongs to somebody else. A quarter of the women are called María as well, for real names are not spread evenly.
 * Arguments, each optional: tokens, searches.
 */
final class Names {

    private static final double AIM_MILLIS = 50;
    private static final long SEED = 20_261_126;
    private static final String COMMON = "María ";
    private static final int TEAMS = 4;
    private static final int CASEWORKERS = 20;
    private static final int LOADERS = 8;
    private static final int WARM_UP = 100;

    private final Protection protection;
    private final List<Actor> actors;

    private record Person(String name, Actor owner) {}

    private record Opened(Person person, CaseFileId file) {}

    private Names(ScratchNode node) {
        this.protection = new Protection(
                node.ground().databases().of("protection"),
                node.keyring(),
                java.time.InstantSource.system(),
                node.random());
        this.actors = IntStream.range(0, CASEWORKERS)
                .mapToObj(i -> node.actor("caseworker" + i, Role.CASEWORKER, Purpose.PROTECTION))
                .toList();
    }

    static void main(String... arguments) throws Exception {
        int tokens = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Path results = Path.of("bench", "results");
        try (ScratchNode node = new ScratchNode(results.resolve("names-home"), invented())) {
            Names names = new Names(node);
            long begun = System.nanoTime();
            List<Opened> files = names.open(names.people(tokens));
            System.out.printf(
                    Locale.ROOT,
                    "%d files opened in %.0f s, %d tokens%n",
                    files.size(),
                    (System.nanoTime() - begun) / 1e9,
                    settled(node));
            System.out.println(Machine.line(results));
            names.search(files, searches);
        }
    }

    private static List<Founders.Invented> invented() {
        return IntStream.range(0, CASEWORKERS)
                .mapToObj(i -> new Founders.Invented(
                        new NewMember(new SignInName("caseworker" + i), "Caseworker " + i + " (invented)", Language.ES),
                        "not used to sign in " + i,
                        Set.of(Role.CASEWORKER),
                        Optional.of("Team " + i % TEAMS),
                        false))
                .toList();
    }

    /** As many people as give that many tokens. */
    private List<Person> people(int tokens) {
        NameKeys keys = new NameKeys();
        RandomGenerator random = new Random(SEED);
        InventedNames names = new InventedNames(random);
        List<Person> people = new ArrayList<>();
        for (long kept = 0; kept < tokens; ) {
            InventedNames.Name name = names.next();
            String full = name.woman() && random.nextInt(4) == 0 ? COMMON + name.full() : name.full();
            people.add(new Person(full, actors.get(people.size() % actors.size())));
            kept += keys.kept(full).size();
        }
        return people;
    }

    private List<Opened> open(List<Person> people) throws InterruptedException, ExecutionException {
        List<Future<Opened>> opening = new ArrayList<>();
        List<Opened> opened = new ArrayList<>();
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            people.forEach(person -> opening.add(loaders.submit(() -> open(person))));
            for (Future<Opened> each : opening) {
                opened.add(each.get());
            }
        }
        return opened;
    }

    private Opened open(Person person) {
        OpeningId opening = protection.begin(person.owner());
        protection.keep(person.owner(), opening, new Answers(Map.of(Field.NAME, new Answer.Given<>(person.name()))));
        return new Opened(person, protection.open(person.owner(), opening).id());
    }

    /** What the database does by itself within minutes, done before the clock runs; how many tokens there are. */
    private static long settled(ScratchNode node) throws SQLException {
        try (Connection owner = node.ground().databases().openOwner();
                var statement = owner.createStatement()) {
            statement.execute("VACUUM (ANALYZE) protection.search_token, protection.presence, protection.case_file");
        }
        try (Connection backup = node.ground().databases().openBackup();
                var rows = backup.createStatement().executeQuery("SELECT count(*) FROM protection.search_token")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void search(List<Opened> files, int searches) throws IOException {
        RandomGenerator random = new Random(SEED + 1);
        long[] nanos = new long[searches];
        List<String> sought = new ArrayList<>();
        int right = 0;
        for (int i = -WARM_UP; i < searches; i++) {
            Opened one = files.get(random.nextInt(files.size()));
            Actor actor = actors.get(random.nextInt(actors.size()));
            String typed = misspelt(one.person().name(), random);
            long begun = System.nanoTime();
            Found found = protection.find(actor, typed);
            long took = System.nanoTime() - begun;
            if (i >= 0) {
                nanos[i] = took;
                sought.add(one.person().name());
                right += holds(found, one) ? 1 : 0;
            }
        }
        System.out.println(new Percentiles(nanos).line("name search, one after another", AIM_MILLIS));
        System.out.println(new Percentiles(those(nanos, sought, true)).line("of these, María in the name", AIM_MILLIS));
        System.out.println(new Percentiles(those(nanos, sought, false)).line("of these, without María", AIM_MILLIS));
        System.out.printf(Locale.ROOT, "%.1f %% led to the right file or its owner%n", 100.0 * right / searches);
        System.out.println(Machine.load());
    }

    /** The durations of the searches for people who are, or are not, called María as well. */
    private static long[] those(long[] nanos, List<String> sought, boolean common) {
        return IntStream.range(0, nanos.length)
                .filter(i -> sought.get(i).startsWith(COMMON) == common)
                .mapToLong(i -> nanos[i])
                .toArray();
    }

    private static boolean holds(Found found, Opened sought) {
        return found.readable().stream().anyMatch(line -> line.file().id().equals(sought.file()))
                || found.askOwners().stream()
                        .anyMatch(ask ->
                                ask.owner().equals(sought.person().owner().member()));
    }

    /** One letter of the name left out, doubled or exchanged with its neighbour. */
    private static String misspelt(String name, RandomGenerator random) {
        StringBuilder text = new StringBuilder(name);
        int place = 1 + random.nextInt(name.length() - 2);
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(place);
            case 1 -> text.insert(place, text.charAt(place));
            default -> {
                char letter = text.charAt(place);
                text.setCharAt(place, text.charAt(place + 1));
                text.setCharAt(place + 1, letter);
            }
        }
        return text.toString();
    }
}
