package org.fourfold.linkage.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.cluster.Judgements;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;

/**
 * One whole state of a store.
 *
 * @param clusters per row the row of one record of its cluster; -1 for who is gone
 * @param judged what persons judged
 */
@SuppressWarnings("ArrayRecordComponent")
record State(Manifest manifest, List<Portion> portions, List<EdgeRun> runs, int[] clusters, Judged judged) {

    static final int GONE = -1;

    State {
        portions = List.copyOf(portions);
        runs = List.copyOf(runs);
    }

    static State open(Folder folder, Manifest manifest, List<Rule> rules, Naming naming) throws IOException {
        List<Portion> portions = new ArrayList<>();
        List<EdgeRun> runs = new ArrayList<>();
        try {
            for (Manifest.PortionLine line : manifest.portions()) {
                portions.add(
                        new Portion(folder, manifest, line, manifest.slots().size(), rules));
            }
            for (long serial : manifest.edges()) {
                runs.add(new EdgeRun(folder, manifest, serial));
            }
            int[] clusters = clusters(folder, manifest);
            Manifest.JudgedLine line = manifest.judged();
            Judged judged = Judged.of(
                    judgements(folder, manifest, line.serial()),
                    line.day(),
                    portions,
                    clusters,
                    row -> naming.nameOf(portions, row));
            return new State(manifest, portions, runs, clusters, judged);
        } catch (IOException | RuntimeException e) {
            portions.forEach(Portion::close);
            runs.forEach(EdgeRun::close);
            throw e;
        }
    }

    /** What rows are called. */
    @FunctionalInterface
    interface Naming {
        RecordName nameOf(List<Portion> portions, int row);
    }

    private static Judgements judgements(Folder folder, Manifest manifest, long serial) throws IOException {
        String name = Draft.judgements(serial);
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = folder.map(manifest.file(name), arena).toArray(ValueLayout.JAVA_BYTE);
            return Judgements.read(name, new ByteArrayInputStream(bytes));
        }
    }

    private static int[] clusters(Folder folder, Manifest manifest) throws IOException {
        String name = Portion.name("clusters", manifest.clusters());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = folder.map(manifest.file(name), arena);
            int[] clusters = new int[manifest.rows()];
            MemorySegment.copy(memory, Layouts.INT, 0, clusters, 0, clusters.length);
            return clusters;
        }
    }

    /** How many records there are. */
    int size() {
        return (int) Arrays.stream(clusters).filter(label -> label != GONE).count();
    }

    EdgeRuns edges() {
        return new EdgeRuns(runs);
    }

    /** Lets go of what the next state does not use. */
    void closeExcept(State next) {
        portions.stream().filter(each -> !next.portions.contains(each)).forEach(Portion::close);
        runs.stream().filter(each -> !next.runs.contains(each)).forEach(EdgeRun::close);
    }

    void close() {
        portions.forEach(Portion::close);
        runs.forEach(EdgeRun::close);
    }
}
