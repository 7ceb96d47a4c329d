package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * One whole state of a store.
 *
 * @param clusters per row the row of one record of its cluster; -1 for who is gone
 */
@SuppressWarnings("ArrayRecordComponent")
record State(Manifest manifest, List<Portion> portions, List<EdgeRun> runs, int[] clusters) {

    static final int GONE = -1;

    State {
        portions = List.copyOf(portions);
        runs = List.copyOf(runs);
    }

    static State open(Folder folder, Manifest manifest, int rules) throws IOException {
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
            return new State(manifest, portions, runs, clusters(folder, manifest));
        } catch (IOException | RuntimeException e) {
            portions.forEach(Portion::close);
            runs.forEach(EdgeRun::close);
            throw e;
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
