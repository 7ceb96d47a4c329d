package org.fourfold.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.cluster.Clusterer;
import org.fourfold.linkage.cluster.Constraints;
import org.fourfold.linkage.cluster.Contradiction;
import org.fourfold.linkage.cluster.Pooling;
import org.fourfold.linkage.cluster.Refusals;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.table.ByteDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Whole components, many at once, with the engine's clusterer: what happens in one changes nothing in another, and their records
 * keep their order among each other.
 */
final class Grouping {

    /** Of a member: its number and its source, before what it says. */
    private static final int HEAD = 2;

    /**
     * Members of components and the edges between them, on their way.
     *
     * @param members a record, its source and what it says
     * @param edges two records and their evidence
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(int part, int[] members, int[] edges) implements Serializable {}

    /**
     * What came of some components.
     *
     * @param joined a record and the first one of its cluster, for those that are not the first themselves
     * @param forbidden two records that were judged to be one and whose sources must not be linked, each
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Grouped(int[] joined, Refusals refusals, int[] forbidden) implements Serializable {}

    /**
     * Under what records are joined.
     *
     * @param judged what was judged, by the numbers of all records
     */
    record Under(
            LinkageModel model,
            SourceMatrix sources,
            Constraints.Judged judged,
            @Nullable Pooling pooling,
            int priorParts)
            implements Serializable {}

    private Grouping() {}

    private static int partOf(int component, int parts) {
        return Parts.of(ByteDictionary.mix(component), parts);
    }

    /** The members among some records, by where their component is. */
    static List<Sent> members(Rows rows, int first, int[] components, int parts, int step) {
        Ints[] to = new Ints[parts];
        Arrays.setAll(to, part -> new Ints());
        for (int i = 0; i < rows.size(); i++) {
            int component = components[first + i];
            if (component >= 0) {
                Ints member = to[partOf(component, parts)];
                member.add(first + i);
                member.add(rows.source()[i]);
                member.add(rows.codes(), i * step, step);
            }
        }
        return Arrays.stream(to)
                .map(each -> new Sent(rows.part(), each.toArray(), new int[0]))
                .toList();
    }

    /** The edges within components, by where the component is. */
    static List<Sent> edges(Found found, int[] components, int parts) {
        Ints[] to = new Ints[parts];
        Arrays.setAll(to, part -> new Ints());
        int[] edges = found.edges();
        for (int at = 0; at < edges.length; at += 3) {
            int component = components[edges[at]];
            if (component >= 0 && component == components[edges[at + 1]]) {
                to[partOf(component, parts)].add(edges, at, 3);
            }
        }
        return Arrays.stream(to)
                .map(each -> new Sent(-1, new int[0], each.toArray()))
                .toList();
    }

    /** Clusters the components that came to one part. */
    static Grouped cluster(Iterable<Sent> arrived, Under under, Words words, Desk desk) {
        List<Sent> sent = new ArrayList<>();
        arrived.forEach(sent::add);
        sent.sort(Comparator.comparingInt(Sent::part));
        int step = words.layout().step();
        int[] rows = Ints.joined(sent.stream().map(Sent::members).toList());
        int size = rows.length / (HEAD + step);
        int[] members = new int[size];
        int[] source = new int[size];
        int[] codes = new int[size * step];
        for (int i = 0; i < size; i++) {
            int at = i * (HEAD + step);
            members[i] = rows[at];
            source[i] = rows[at + 1];
            System.arraycopy(rows, at + HEAD, codes, i * step, step);
        }
        Edges edges = within(members, Found.edges(sent.stream().map(Sent::edges).toList()));
        Records records = words.records(source, codes);
        Clusterer clusterer = new Clusterer(
                size,
                under.model().clustering(),
                desk.over(codes),
                under.judged().within(members),
                Linkage.joinRules(under.model(), records, under.sources().over(records)),
                Optional.ofNullable(under.pooling()));
        int[] clusters = clusterer.cluster(edges, under.priorParts());
        Ints joined = new Ints();
        for (int i = 0; i < size; i++) {
            if (clusters[i] != i) {
                joined.add(members[i]);
                joined.add(members[clusters[i]]);
            }
        }
        return new Grouped(
                joined.toArray(), clusterer.refusals().in(members), forbidden(clusterer.contradictions(), members));
    }

    /** All components together. */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(int[] clusters, Refusals refusals, List<Contradiction> contradictions) {}

    /** What came of all parts, by the numbers of all records: who is in no component stands alone. */
    static Whole together(List<Grouped> parts, int records) {
        int[] clusters = IntStream.range(0, records).toArray();
        List<Contradiction> contradictions = new ArrayList<>();
        for (Grouped each : parts) {
            for (int i = 0; i < each.joined().length; i += 2) {
                clusters[each.joined()[i]] = each.joined()[i + 1];
            }
            for (int i = 0; i < each.forbidden().length; i += 2) {
                contradictions.add(new Contradiction.Forbidden(each.forbidden()[i], each.forbidden()[i + 1]));
            }
        }
        return new Whole(
                clusters,
                Refusals.together(parts.stream().map(Grouped::refusals).toList()),
                contradictions);
    }

    private static int[] forbidden(List<Contradiction> contradictions, int[] members) {
        Ints pairs = new Ints();
        for (Contradiction each : contradictions) {
            if (each instanceof Contradiction.Forbidden(int a, int b)) {
                pairs.add(members[a]);
                pairs.add(members[b]);
            }
        }
        return pairs.toArray();
    }

    private static Edges within(int[] members, Edges edges) {
        int[] a = new int[edges.size()];
        int[] b = new int[edges.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = Arrays.binarySearch(members, edges.a()[i]);
            b[i] = Arrays.binarySearch(members, edges.b()[i]);
        }
        return new Edges(a, b, edges.evidence());
    }
}
