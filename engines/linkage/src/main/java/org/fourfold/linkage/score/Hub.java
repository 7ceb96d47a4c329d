package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;

/**
 * One telephone, account, document, plate or address that many who are not one have: a shelter's, a recruiter's, or one that a
 * clerk writes down for want of another. It says that they have to do with each other, and not that they are one.
 *
 * @param slot where it stands
 * @param records that say it
 * @param clusters that say it
 */
public record Hub(String slot, int records, int clusters) {

    /** Clusters from which on a value is no family's any more. */
    public static final int CLUSTERS_MIN = 50;

    /** Hubs that are told of one slot, the largest. */
    public static final int TOLD_MAX = 3;

    private static final Set<FieldKind> KINDS =
            EnumSet.of(FieldKind.PHONE, FieldKind.ACCOUNT, FieldKind.NUMBER, FieldKind.PLATE, FieldKind.ADDRESS);

    /** The largest of each slot, the slots in the model's order. */
    public static List<Hub> in(LinkageModel model, Records records, int[] clusters) {
        Frequencies perCluster = Frequencies.perCluster(clusters);
        return slots(model).stream()
                .flatMap(slot ->
                        in(
                                slot,
                                records.slot(slot).counts(),
                                perCluster.of(records.slot(slot)).counts())
                                .stream())
                .toList();
    }

    /** Where such values stand. */
    public static List<String> slots(LinkageModel model) {
        return model.fields().stream()
                .filter(field -> KINDS.contains(field.kind()))
                .flatMap(field -> field.slots().stream())
                .toList();
    }

    /**
     * The largest of one slot.
     *
     * @param records per number of a value how many records say it
     * @param clusters the same of clusters
     */
    public static List<Hub> in(String slot, int[] records, int[] clusters) {
        List<Hub> hubs = new ArrayList<>();
        for (int code = 1; code < clusters.length; code++) {
            if (clusters[code] >= CLUSTERS_MIN) {
                hubs.add(new Hub(slot, records[code], clusters[code]));
            }
        }
        return hubs.stream()
                .sorted(Comparator.comparingInt(Hub::clusters)
                        .thenComparingInt(Hub::records)
                        .reversed())
                .limit(TOLD_MAX)
                .toList();
    }
}
