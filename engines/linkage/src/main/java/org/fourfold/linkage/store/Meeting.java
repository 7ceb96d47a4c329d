package org.fourfold.linkage.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.cluster.JoinRule;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteStrings;

/** Which records may meet by who wrote them, as the model says and as the sources' rules say. Sources go by their numbers. */
final class Meeting {

    private final LinkageModel model;
    private final SourceMatrix matrix;
    private final IntFunction<String> nameOf;

    /**
     * For a store.
     *
     * @param nameOf the name of a source by its number
     */
    Meeting(LinkageModel model, SourceMatrix matrix, IntFunction<String> nameOf) {
        this.model = model;
        this.matrix = matrix;
        this.nameOf = nameOf;
    }

    SourceMatrix matrix() {
        return matrix;
    }

    /** Whom a record of this source may meet, by the other's source. */
    IntPredicate with(int source) {
        if (matrix.isAll()) {
            return model.acrossOnly() ? other -> other != source : _ -> true;
        }
        String name = nameOf.apply(source);
        return other -> !(model.acrossOnly() && other == source)
                && matrix.allows(name, other == source ? name : nameOf.apply(other));
    }

    /** What keeps records apart in clusters, by the sources of each. */
    List<JoinRule> joinRules(int[] sources) {
        if (matrix.isAll() && model.clustering().once().isEmpty()) {
            return List.of();
        }
        int[] distinct = Arrays.stream(sources).sorted().distinct().toArray();
        List<String> names = Arrays.stream(distinct).mapToObj(nameOf).toList();
        int[] source = Arrays.stream(sources)
                .map(each -> Arrays.binarySearch(distinct, each))
                .toArray();
        int[] none = new int[source.length];
        Records records = new Records(
                source.length, new ByteStrings(), source, names, none, Map.of(), new Codes(new int[0], List.of()));
        List<JoinRule> rules = new ArrayList<>();
        if (!matrix.isAll()) {
            rules.add(JoinRule.sources(records, matrix.over(records)));
        }
        if (!model.clustering().once().isEmpty()) {
            rules.add(JoinRule.onePerSource(records, model.clustering()::isOnce));
        }
        return rules;
    }
}
