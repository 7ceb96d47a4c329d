package org.fourfold.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.store.Change;
import org.fourfold.linkage.store.Known;
import org.fourfold.linkage.store.LinkageStore;

/**
 * Who one record may be, asked of a store of a million, and a batch of a thousand taken in.
 *
 * <p>The file holds generated persons; rows taken evenly, a thousand, are kept out of the store and come as the batch. Asked
 * for are records that the store holds, each as its row says, at random. Arguments: the file; optional: questions, the model,
 * the folder of the store, which is made anew when it is not there and otherwise opened as it is.
 */
final class LinkStore {

    private static final double AIM_MILLIS = 5;
    private static final long SEED = 20_261_127;
    private static final int WARM_UP = 300;
    private static final int BATCH_MAX = 1_000;

    private LinkStore() {}

    static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int questions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        String model = arguments.length > 2 ? arguments[2] : "persons";
        Path folder = Path.of(arguments.length > 3 ? arguments[3] : "bench/results/link-store");
        System.out.println(Machine.load());
        Prepared prepared = prepare(file, questions + WARM_UP, model, folder);
        Path copy = folder.resolve("copy");
        copy(folder.resolve("store"), copy);
        ask(copy, prepared, folder);
    }

    /** What is asked, and the table that comes. */
    private record Prepared(List<Map<String, String>> asked, List<String> coming) {}

    private static Prepared prepare(Path file, int questions, String model, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int step = Math.max(10, lines.size() / BATCH_MAX);
        List<String> base = new ArrayList<>(List.of(lines.getFirst()));
        List<String> coming = new ArrayList<>(List.of(lines.getFirst()));
        for (int i = 1; i < lines.size(); i++) {
            (i % step == 0 ? coming : base).add(lines.get(i));
        }
        Path store = Files.createDirectories(folder).resolve("store");
        if (!Files.exists(store)) {
            create(base, model, folder, store);
        }
        return new Prepared(asked(base, questions), coming);
    }

    private static void create(List<String> base, String model, Path folder, Path fresh) throws IOException {
        Path table = Files.write(folder.resolve("base.csv"), base);
        LinkageModel read = ModelReader.shipped(model);
        try (Threads threads = Threads.ofMachine()) {
            long begun = System.nanoTime();
            Records records = read(read, table, threads);
            Linkage.Result result = Linkage.link(read, records, threads);
            System.out.printf(
                    Locale.ROOT,
                    "%d records linked in %.1f s: %d pairs%n",
                    records.size(),
                    seconds(begun),
                    result.edges().size());
            begun = System.nanoTime();
            LinkageStore.create(fresh, ModelReader.shippedLines(model), result, Known.NOTHING)
                    .close();
            System.out.printf(Locale.ROOT, "store made in %.1f s, %s%n", seconds(begun), size(fresh));
        }
    }

    private static void ask(Path store, Prepared prepared, Path folder) throws IOException {
        System.gc();
        long heap = heap();
        long begun = System.nanoTime();
        try (LinkageStore opened = LinkageStore.open(store)) {
            System.out.printf(Locale.ROOT, "opened in %.1f s%n", seconds(begun));
            questions(opened, prepared.asked());
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "heap that the open store holds: %d MB; resident with mapped pages: %s%n",
                    (heap() - heap) >> 20,
                    resident());
            Path table = Files.write(folder.resolve("batch.csv"), prepared.coming());
            Machine.Cpu before = Machine.cpu();
            begun = System.nanoTime();
            try (Threads threads = new Threads(1)) {
                Change change = opened.add(read(opened.model(), table, threads));
                System.out.printf(
                        Locale.ROOT,
                        "batch of %d taken in: %.2f s, %.2f CPU s; %d pairs new, %d dropped, %d components, %d moved%n",
                        change.added(),
                        seconds(begun),
                        Machine.cpu().minus(before).java(),
                        change.pairsAdded(),
                        change.pairsDropped(),
                        change.components(),
                        change.moved().size());
                change.drift().told().forEach(System.out::println);
            }
            questions(opened, prepared.asked());
        }
        System.out.println(Machine.line(folder));
        System.out.println(Machine.load());
    }

    private static void questions(LinkageStore store, List<Map<String, String>> asked) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] wall = new long[asked.size() - WARM_UP];
        long[] cpu = new long[wall.length];
        long answers = 0;
        for (int i = 0; i < asked.size(); i++) {
            long begun = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            answers += store.query(asked.get(i)).size();
            if (i >= WARM_UP) {
                wall[i - WARM_UP] = System.nanoTime() - begun;
                cpu[i - WARM_UP] = threads.getCurrentThreadCpuTime() - used;
            }
        }
        System.out.println(new Percentiles(wall).line("one record asked, by the clock", 99, AIM_MILLIS));
        System.out.println(new Percentiles(cpu).line("one record asked, processor time", 99, AIM_MILLIS));
        System.out.printf(
                Locale.ROOT, "%.1f answers to a question; %s%n", (double) answers / asked.size(), Machine.load());
    }

    private static Records read(LinkageModel model, Path table, Threads threads) throws IOException {
        RecordsReader reader = new RecordsReader(model, threads);
        reader.read(table);
        return reader.records();
    }

    private static List<Map<String, String>> asked(List<String> base, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> columns = cells(base.getFirst());
        List<Map<String, String>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> cells = cells(base.get(1 + random.nextInt(base.size() - 1)));
            Map<String, String> values = new LinkedHashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                String _ = values.put(columns.get(c), cells.get(c));
            }
            asked.add(values);
        }
        return asked;
    }

    /** The generator writes no quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(','); to >= 0; to = line.indexOf(',', from)) {
            cells.add(line.substring(from, to));
            from = to + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** As Linux says it; pages of files count that other processes may use as well. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssFile"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList()
                        .toString()
                : "unknown";
    }

    private static String size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = files.mapToLong(each -> each.toFile().length()).sum();
            return (bytes >> 20) + " MB on disk";
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            Path _ = Files.walkFileTree(to, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Path _ = Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path each : files.toList()) {
                Path _ = Files.copy(each, to.resolve(each.getFileName()));
            }
        }
    }
}
