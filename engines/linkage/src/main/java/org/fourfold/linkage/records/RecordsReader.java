package org.fourfold.linkage.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.ByteStrings;
import org.fourfold.linkage.table.CsvTable;

/** Reads tables into records. Fields are read at once, each by one thread; the result does not depend on it. */
public final class RecordsReader {

    private final LinkageModel model;
    private final Threads threads;
    private final List<FieldReader> readers = new ArrayList<>();
    private final List<FieldModel> fieldOfReader = new ArrayList<>();
    private final ByteStrings ids = new ByteStrings();
    private final ByteDictionary sources = new ByteDictionary();
    private final IntColumn source = new IntColumn();

    public RecordsReader(LinkageModel model, Threads threads) {
        this.model = model;
        this.threads = threads;
        for (FieldModel field : model.fields()) {
            add(field);
        }
    }

    private void add(FieldModel field) {
        if (field.kind() == FieldKind.PERSON) {
            int[] inputs = field.kind().inputs().stream()
                    .mapToInt(part -> indexOf(field, part))
                    .toArray();
            readers.add(new PersonReader(field.name(), inputs));
            fieldOfReader.add(field);
            return;
        }
        if (field.isMany()) {
            readers.add(
                    new ManyReader(field.name(), field.separators(), Normalisers.of(field.kind(), model.dayFirst())));
            fieldOfReader.add(field);
            return;
        }
        List<String> slots = field.slots();
        if (field.kind() == FieldKind.ADDRESS) {
            for (String slot : slots) {
                String part =
                        slot.substring(Math.min(slot.length(), field.name().length() + 1));
                readers.add(new PlainReader(slot, 0, field.kind(), AddressParts.of(part)));
                fieldOfReader.add(field);
            }
            return;
        }
        for (int i = 0; i < slots.size(); i++) {
            readers.add(new PlainReader(slots.get(i), i, field.kind(), Normalisers.of(field.kind(), model.dayFirst())));
            fieldOfReader.add(field);
        }
    }

    private static int indexOf(FieldModel field, String part) {
        for (int i = 0; i < field.inputs().size(); i++) {
            if (field.inputs().get(i).part().equals(part)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads one more table. */
    public void read(Path file) throws IOException {
        try (CsvTable table = CsvTable.open(file)) {
            read(table, String.valueOf(file.getFileName()));
        }
    }

    /**
     * Reads one more table, to its end; closing it is left to who opened it.
     *
     * @param name who wrote the records, where no column of the table says it
     */
    public void read(CsvTable table, String name) throws IOException {
        Optional<Block> next = table.next();
        while (next.isPresent()) {
            read(table.columns(), next.get(), name);
            next = table.next();
        }
    }

    /** Reads rows whose columns are called so. */
    public void read(List<String> columns, Block block, String name) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            FieldReader reader = readers.get(i);
            int[] where = where(fieldOfReader.get(i), columns);
            tasks.add(() -> {
                reader.read(block, where);
                return null;
            });
        }
        int idColumn = first(columns, model.ids());
        int sourceColumn = first(columns, model.sources());
        tasks.add(() -> {
            identify(block, idColumn, sourceColumn, name);
            return null;
        });
        threads.all(tasks);
    }

    private void identify(Block block, int idColumn, int sourceColumn, String table) {
        byte[] bytes = block.bytes();
        for (int row = 0; row < block.rows(); row++) {
            int _ = idColumn < 0
                    ? ids.add(table + ":" + block.number(row))
                    : ids.add(bytes, block.start(row, idColumn), block.end(row, idColumn));
            source.add(
                    sourceColumn < 0
                            ? sources.code(table)
                            : sources.code(bytes, block.start(row, sourceColumn), block.end(row, sourceColumn)));
        }
    }

    /** Per input its column, -1 where the table has none; of a field of several values all columns that the table has. */
    private static int[] where(FieldModel field, List<String> columns) {
        return field.isMany()
                ? field.read(field.inputs().getFirst(), columns).stream()
                        .mapToInt(columns::indexOf)
                        .toArray()
                : field.inputs().stream()
                        .mapToInt(input -> first(columns, input.columns()))
                        .toArray();
    }

    private static int first(List<String> columns, List<String> names) {
        return names.stream()
                .mapToInt(columns::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Records that were read so far. */
    public int size() {
        return ids.size();
    }

    /** What was read. The reader is used up. */
    public Records records() {
        int size = ids.size();
        int[] order = CanonicalOrder.of(ids, sources, source);
        Map<String, Slot> slots = new HashMap<>();
        List<List<Slot>> found = new ArrayList<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            found.add(List.of());
            int at = i;
            tasks.add(() -> {
                List<Slot> finished = readers.get(at).finish(order);
                synchronized (found) {
                    found.set(at, finished);
                }
                return null;
            });
        }
        threads.all(tasks);
        found.forEach(each -> each.forEach(slot -> slots.put(slot.name(), slot)));
        List<String> names = new ArrayList<>(List.of(""));
        for (int i = 1; i <= sources.size(); i++) {
            names.add(sources.text(i));
        }
        List<Slot> all = found.stream().flatMap(List::stream).toList();
        return new Records(size, ids, source.arranged(order), names, order, slots, Codes.of(all, size));
    }
}
