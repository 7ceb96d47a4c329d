package org.fourfold.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fourfold.command.demo.InventedNames;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.SearchRequest;

/**
 * A million invented entities (persons, companies, vehicles, ownerships) as FollowTheMoney lines through the importer, then
 * searches by name in any order, by an unfinished word and by telephone. Arguments, optional: entities, searches.
 */
final class Entities {

    private static final Path RESULTS = Path.of("bench", "results");
    private static final double AIM_SECONDS = 600;
    private static final double AIM_MILLIS = 100;
    private static final int WARM_UP = 50;
    private static final long SEED = 20_261_126;
    private static final int SOUGHT = 2_000;

    private final List<String> names = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();

    private Entities() {}

    static void main(String... arguments) throws Exception {
        int entities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        Files.createDirectories(RESULTS);
        Path file = RESULTS.resolve("entities.ftm.json");
        Entities bench = new Entities();
        try (Investigator unit = new Investigator(RESULTS.resolve("entities-home"))) {
            bench.write(file, entities);
            System.out.println(Machine.line(RESULTS));
            System.out.printf(
                    Locale.ROOT,
                    "heap %d MB, %d entities, %.1f MB%n",
                    Runtime.getRuntime().maxMemory() >> 20,
                    entities,
                    Files.size(file) / 1e6);
            bench.take(unit, file, entities);
            bench.search(unit, searches);
            System.out.println(Machine.load());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Of ten: five persons, two companies, one vehicle, two ownerships between them. */
    private void write(Path file, int entities) throws IOException {
        Random random = new Random(SEED);
        InventedNames invented = new InventedNames(random);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < entities; i++) {
                out.write(
                        switch (i % 10) {
                            case 0, 1, 2, 3, 4 -> person(i, invented.next().full(), random);
                            case 5, 6 ->
                                "{\"id\":\"e%d\",\"schema\":\"Company\",\"properties\":{\"name\":[\"%s y Compañía %d, S.A.\"],\"country\":[\"gt\"],\"phone\":[\"+502%08d\"]}}%n"
                                        .formatted(i, invented.next().full(), i, 20_000_000 + random.nextInt(900_000));
                            case 7 ->
                                "{\"id\":\"e%d\",\"schema\":\"Vehicle\",\"properties\":{\"registrationNumber\":[\"P%06d\"],\"owner\":[\"e%d\"]}}%n"
                                        .formatted(i, i, i - 7);
                            default ->
                                "{\"id\":\"e%d\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"e%d\"],\"asset\":[\"e%d\"],\"percentage\":[\"%d\"]}}%n"
                                        .formatted(i, i - i % 10, i - i % 10 + 5, random.nextInt(100));
                        });
            }
        }
    }

    private String person(int i, String name, Random random) {
        String phone = "+502%08d".formatted(30_000_000 + random.nextInt(30_000_000));
        if (i % 10 == 0 && names.size() < SOUGHT) {
            names.add(name);
            phones.add(phone);
        }
        return "{\"id\":\"e%d\",\"schema\":\"Person\",\"properties\":{\"name\":[\"%s\"],\"country\":[\"%s\"],\"phone\":[\"%s\"],\"birthDate\":[\"19%02d\"]}}%n"
                .formatted(i, name, i % 3 == 0 ? "hn" : "gt", phone, i % 100);
    }

    private void take(Investigator unit, Path file, int entities) {
        long begun = System.nanoTime();
        ImportReport report = unit.prosecution.importEntities(
                unit.actor, file, "entities", ImportOptions.plain(), ProgressListener.silent());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.entities() != entities) {
            throw new IllegalStateException(report.entities() + " of " + entities + " entities were taken");
        }
        System.out.printf(
                Locale.ROOT,
                "import: %.1f s, %.0f entities a second, %d claims; aim <= %.0f s, ratio %.2f%n",
                seconds,
                entities / seconds,
                report.claims(),
                AIM_SECONDS,
                seconds / AIM_SECONDS);
    }

    private void search(Investigator unit, int searches) {
        Random random = new Random(SEED + 1);
        long[] nanos = new long[searches];
        int right = 0;
        for (int i = -WARM_UP; i < searches; i++) {
            int one = random.nextInt(names.size());
            String typed = typed(one, random);
            long begun = System.nanoTime();
            var found = unit.prosecution.search(unit.actor, SearchRequest.of(typed));
            long took = System.nanoTime() - begun;
            if (i >= 0) {
                nanos[i] = took;
                right += found.found() > 0 ? 1 : 0;
            }
        }
        System.out.println(new Percentiles(nanos).line("search, one after another", AIM_MILLIS));
        System.out.printf(Locale.ROOT, "%.1f %% found something%n", 100.0 * right / searches);
    }

    /** The whole name turned around, its last word unfinished, or the telephone with its country. */
    private String typed(int one, Random random) {
        String[] words = names.get(one).split(" ", -1);
        return switch (random.nextInt(3)) {
            case 0 -> String.join(" ", List.of(words).reversed());
            case 1 -> {
                String last = words[words.length - 1];
                yield words[0] + " " + last.substring(0, Math.max(3, last.length() - 2));
            }
            default -> phones.get(one);
        };
    }
}
