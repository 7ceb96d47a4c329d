package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is linked and how: the content of a model file.
 *
 * @param ids the names that the column with the record's id may have; empty if rows are numbered
 * @param sources the same for who wrote the record
 * @param blocks which pairs are looked at
 * @param training rules whose pairs teach how often the values of one person agree; empty: those of {@code blocks}
 * @param acrossOnly each source holds nobody twice: only records of different sources are looked at
 * @param dayFirst whether 03/04/2006 is the third of April
 * @param counting by what it is counted how rare a value is
 * @param interactions what agrees together among people who are not one
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
        boolean dayFirst,
        Counting counting,
        List<Interaction> interactions)
        implements Serializable {

    public LinkageModel {
        ids = List.copyOf(ids);
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        comparisons = List.copyOf(comparisons);
        blocks = List.copyOf(blocks);
        training = List.copyOf(training);
        interactions = List.copyOf(interactions);
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
                dayFirst,
                counting,
                interactions);
    }

    /** The same with clusters made otherwise. */
    public LinkageModel withClustering(Clustering other) {
        return new LinkageModel(
                name,
                version,
                ids,
                sources,
                fields,
                comparisons,
                blocks,
                training,
                other,
                acrossOnly,
                dayFirst,
                counting,
                interactions);
    }

    /** The rules whose pairs teach. */
    public List<Rule> teaching() {
        return training.isEmpty() ? blocks : training;
    }

    /** The comparisons that say nothing among pairs of a rule, since the rule brought them together by what they compare. */
    public Set<Integer> given(Rule rule) {
        Set<Integer> given = new HashSet<>();
        for (int c = 0; c < comparisons.size(); c++) {
            String slot = comparisons.get(c).slot();
            for (Part part : rule.parts()) {
                if (part.slot().equals(slot) || part.slot().startsWith(slot + ".")) {
                    given.add(c);
                }
            }
        }
        return given;
    }

    /** The first rule that brings together who agrees as an interaction says; such that teach come first. */
    public Optional<Rule> showing(Interaction interaction) {
        return Stream.concat(training.stream(), blocks.stream())
                .filter(rule -> interaction.isShownBy(rule, comparisons))
                .findFirst();
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
                dayFirst,
                counting,
                interactions);
    }

    public Optional<FieldModel> fieldOf(String slot) {
        return fields.stream().filter(field -> field.slots().contains(slot)).findFirst();
    }
}
