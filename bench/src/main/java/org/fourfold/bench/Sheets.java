package org.fourfold.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.fourfold.command.demo.InventedNames;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.Overlap;
import org.fourfold.node.prosecution.tables.EntityMapping;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.PropertyMapping;

/**
 * Forty tables of 50,000 rows (name, telephone, plate, town; invented) by one mapping, one after the other, each in its own
 * transaction; then the first page of overlaps. Arguments, optional: files, rows.
 */
final class Sheets {

    private static final Path RESULTS = Path.of("bench", "results");
    private static final double AIM_SECONDS = 300;
    private static final long SEED = 20_261_126;

    private Sheets() {}

    static void main(String... arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        Files.createDirectories(RESULTS);
        Path file = RESULTS.resolve("sheet.csv");
        try (Investigator unit = new Investigator(RESULTS.resolve("sheets-home"))) {
            System.out.println(Machine.line(RESULTS));
            double[] seconds = new double[files];
            long claims = 0;
            Machine.Cpu cpu = Machine.Cpu.NONE;
            for (int i = 0; i < files; i++) {
                write(file, rows, new Random(SEED + i));
                Machine.Cpu before = Machine.cpu();
                long begun = System.nanoTime();
                ImportReport report = unit.prosecution.importTable(
                        unit.actor, file, mapping(), "sheet " + i, ImportOptions.plain(), ProgressListener.silent());
                seconds[i] = (System.nanoTime() - begun) / 1e9;
                cpu = cpu.plus(Machine.cpu().minus(before));
                claims += report.claims();
                if (report.id().isEmpty() || report.rows() < rows) {
                    throw new IllegalStateException("sheet " + i + " was not taken whole");
                }
            }
            long begun = System.nanoTime();
            List<Overlap> overlaps = unit.prosecution
                    .overlaps(unit.actor, Optional.empty(), false, Optional.empty())
                    .rows();
            double shown = (System.nanoTime() - begun) / 1e6;
            double sum = DoubleStream.of(seconds).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d files of %d rows: %.1f s, %d claims, heap %d MB; aim <= %.0f s, ratio %.2f%n",
                    files,
                    rows,
                    sum,
                    claims,
                    Runtime.getRuntime().maxMemory() >> 20,
                    AIM_SECONDS,
                    sum / AIM_SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "a file: the first %.1f s, the last %.1f s; processor: Java %.0f s, PostgreSQL %.0f s%n",
                    seconds[0],
                    seconds[files - 1],
                    cpu.java(),
                    cpu.children());
            System.out.printf(Locale.ROOT, "first %d overlaps shown in %.1f ms%n", overlaps.size(), shown);
            System.out.println(Machine.load());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, int rows, Random random) throws IOException {
        InventedNames names = new InventedNames(random);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Nombre,Teléfono,Placa,Municipio\n");
            for (int i = 0; i < rows; i++) {
                out.write("%s,%08d,P%03dABC,Municipio %d%n"
                        .formatted(
                                names.next().full(),
                                30_000_000 + random.nextInt(30_000_000),
                                random.nextInt(1_000),
                                random.nextInt(300)));
            }
        }
    }

    private static Mapping mapping() {
        Map<String, PropertyMapping> person = new LinkedHashMap<>();
        person.put("name", column("Nombre"));
        person.put("phone", column("Teléfono"));
        person.put("address", column("Municipio"));
        Map<String, PropertyMapping> vehicle = new LinkedHashMap<>();
        vehicle.put("registrationNumber", column("Placa"));
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        entities.put("person", new EntityMapping("Person", List.of("Nombre", "Teléfono"), Optional.empty(), person));
        entities.put("vehicle", new EntityMapping("Vehicle", List.of("Placa"), Optional.empty(), vehicle));
        return new Mapping(
                "bench", Optional.empty(), 1, Optional.empty(), Optional.of("gt"), Optional.empty(), false, entities);
    }

    private static PropertyMapping column(String name) {
        return PropertyMapping.of(new PropertyMapping.Source.Columns(List.of(name), Optional.empty()));
    }
}
