package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is linked and how: the content of a model file.
 *
 * @param ids the names that the column with the record's id may have; empty if rows are numbered
 * @param sources the same for who wrote the record
 * @param blocks which pairs are looked at
 * @param training rules whose pairs teach how often the values of one person agree; empty: those of {@code blocks}
 * @param acrossOnly each source holds nobody twice: only records of different sources are looked at
 * @param dayFirst whether 03/04/2006 is the third of April
 */
public record LinkageModel(
        String name,
        String version,
        List<String> ids,
        List<String> sources,
        List<FieldModel> fields,
        List<Comparison> comparisons,
        List<Rule> blocks,
        List<Rule> training,
        Clustering clustering,
        boolean acrossOnly,
        boolean dayFirst)
        implements Serializable {

    public LinkageModel {
        ids = List.copyOf(ids);
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        comparisons = List.copyOf(comparisons);
        blocks = List.copyOf(blocks);
        training = List.copyOf(training);
    }

    /** The same for tables whose columns have other names. */
    public LinkageModel withColumns(List<String> otherIds, List<String> otherSources, List<FieldModel> otherFields) {
        return new LinkageModel(
                name,
                version,
                otherIds,
                otherSources,
                otherFields,
                comparisons,
                blocks,
                training,
                clustering,
                acrossOnly,
                dayFirst);
    }

    /** The same with clusters made otherwise. */
    public LinkageModel withClustering(Clustering other) {
        return new LinkageModel(
                name, version, ids, sources, fields, comparisons, blocks, training, other, acrossOnly, dayFirst);
    }

    /** The same with other rules. */
    public LinkageModel withRules(List<Rule> otherBlocks, List<Rule> otherTraining) {
        return new LinkageModel(
                name,
                version,
                ids,
                sources,
                fields,
                comparisons,
                otherBlocks,
                otherTraining,
                clustering,
                acrossOnly,
                dayFirst);
    }

    public Optional<FieldModel> fieldOf(String slot) {
        return fields.stream().filter(field -> field.slots().contains(slot)).findFirst();
    }
}
