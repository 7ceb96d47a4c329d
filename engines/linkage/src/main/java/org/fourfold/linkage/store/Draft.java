package org.fourfold.linkage.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.cluster.Judgements;

/** The files of a state that is not yet one. */
final class Draft {

    static final String MODEL = "model.txt";
    static final String COUNTS = "counts.bin";
    static final String TRAINING = "training.txt";

    static final String SOURCES = "sources.txt";

    private static final List<String> STEADY = List.of(MODEL, FrozenModel.FILE, COUNTS, TRAINING, SOURCES);

    private final Folder folder;
    private final long serial;
    private final List<Manifest.SlotLine> slots;
    private final List<StoredFile> files;
    private List<Manifest.PortionLine> portions;
    private List<Long> edges;
    private long clusters;
    private Manifest.JudgedLine judged;

    /** Begins with what there is. */
    Draft(Folder folder, Manifest before) {
        this.folder = folder;
        this.serial = before.last() + 1;
        this.slots = before.slots();
        this.files = new ArrayList<>(before.files());
        this.portions = before.portions();
        this.edges = before.edges();
        this.clusters = before.clusters();
        this.judged = before.judged();
    }

    long serial() {
        return serial;
    }

    void write(String kind, Folder.Content content) throws IOException {
        files.add(folder.write(STEADY.contains(kind) ? kind : Portion.name(kind, serial), content));
    }

    void portions(List<Manifest.PortionLine> lines) {
        portions = List.copyOf(lines);
    }

    void edges(List<Long> serials) {
        edges = List.copyOf(serials);
    }

    void clusters(int[] labels) throws IOException {
        clusters = serial;
        write("clusters", writer -> {
            for (int label : labels) {
                writer.putInt(label);
            }
        });
    }

    /** The name of a file of judgements. */
    static String judgements(long serial) {
        return "judgements-%06d.csv".formatted(serial);
    }

    void judgements(Judgements all, LocalDate day) throws IOException {
        judged = new Manifest.JudgedLine(serial, day);
        StringBuilder text = new StringBuilder();
        all.write(text);
        files.add(folder.write(judgements(serial), writer -> writer.putText(text.toString())));
    }

    Manifest manifest() {
        Set<String> used = new HashSet<>(STEADY);
        for (Manifest.PortionLine line : portions) {
            for (String kind : List.of("rows", "ids", "keys", "runs", "words")) {
                used.add(Portion.name(kind, line.serial()));
            }
        }
        edges.forEach(each -> used.add(Portion.name("edges", each)));
        used.add(Portion.name("clusters", clusters));
        used.add(judgements(judged.serial()));
        List<StoredFile> kept =
                files.stream().filter(file -> used.contains(file.name())).toList();
        return new Manifest(serial, slots, portions, edges, clusters, judged, kept);
    }
}
