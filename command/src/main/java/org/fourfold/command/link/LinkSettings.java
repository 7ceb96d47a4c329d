package org.fourfold.command.link;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.node.frame.Language;

/**
 * What is linked, by which model, into which folder.
 *
 * @param files tables as typed
 * @param modelFile the model as it was read
 * @param model the model as it is used: with other names of columns, another threshold
 * @param typedMaps how the columns were named
 * @param out a folder that does not exist or is empty
 * @param threads how many may work; changes nothing but the time
 * @param language of the report
 * @param judgements what persons judged of these records before
 * @param labels pairs that persons judged, to learn from
 * @param frequencies of values among all people, in the place of counting these records
 * @param explained how many of the pairs that are hardest to tell are explained
 * @param sources which of them may be linked with which
 * @param previous clusters of a run before, which give their names on
 * @param elsewhere what links in place of this process; empty if it does so itself
 */
public record LinkSettings(
        List<Path> files,
        ModelFile modelFile,
        LinkageModel model,
        List<String> typedMaps,
        Path out,
        int threads,
        Language language,
        String engine,
        Optional<JudgementFile> judgements,
        Optional<Path> labels,
        List<FrequencyFile> frequencies,
        int explained,
        Optional<SourcesFile> sources,
        Optional<PreviousClusters> previous,
        Optional<Elsewhere> elsewhere) {

    /** Threads that may be asked for. */
    public static final int THREADS_MAX = 256;

    /** Pairs that may be explained in one run. */
    public static final int EXPLAINED_MAX = 100_000;

    /** Keeps copies. */
    public LinkSettings {
        files = List.copyOf(files);
        typedMaps = List.copyOf(typedMaps);
        frequencies = List.copyOf(frequencies);
    }

    /**
     * Something that a person should know, by its text under {@code command.}.
     *
     * @param values what the text names
     */
    public record Remark(String key, Map<String, ?> values) {
        /** Keeps a copy. */
        public Remark {
            values = Map.copyOf(values);
        }
    }
}
