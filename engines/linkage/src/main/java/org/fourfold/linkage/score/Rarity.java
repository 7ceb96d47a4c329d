package org.fourfold.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.train.Weights;

/** How much more than its level a rare value is worth, and how much less a common one. */
final class Rarity {

    private final LinkageModel model;
    private final Records records;
    private final Weights weights;
    private final Frequencies frequencies;

    Rarity(LinkageModel model, Records records, Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        this.model = model;
        this.records = records;
        this.weights = weights;
    }

    /** Per comparison, level and number of the value: what is added to the level's weight, in parts of a bit. */
    List<int[][]> tables() {
        List<int[][]> tables = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            int[][] table = new int[comparison.levels().size() + 1][];
            for (int l = 0; l < comparison.levels().size(); l++) {
                Level level = comparison.levels().get(l);
                if (level.rare()) {
                    String slot = level.kind() == Level.Kind.PART
                            ? comparison.slot() + "." + level.slot()
                            : comparison.slot();
                    double u = chance(weights, c, l + 1, level);
                    table[l + 1] = table(records.slot(slot), level, u);
                }
            }
            tables.add(table);
        }
        return tables;
    }

    /** How often chance gives the level: what a value's share is measured against. */
    static double chance(Weights weights, int comparison, int number, Level level) {
        return weights.u().get(comparison)[level.kind() == Level.Kind.SWAPPED ? 1 : number];
    }

    /** Evidence of agreeing on a value, against that of agreeing on any: as often as records say it, or sound like it. */
    private int[] table(Slot slot, Level level, double u) {
        Frequencies.Counted counted = frequencies.of(slot);
        int[] counts = counted.counts();
        double said = Math.max(1, counted.all());
        Vocabulary vocabulary = slot.vocabulary();
        IntUnaryOperator like =
                level.kind() == Level.Kind.SOUND ? soundsLike(vocabulary, counts) : code -> count(counts, code);
        int[] table = new int[vocabulary.room() + 1];
        vocabulary.each(code -> {
            double share = Math.max(1, like.applyAsInt(code)) / said;
            table[code] = Weights.parts(Math.log(u / share) / Math.log(2));
        });
        return table;
    }

    /** Per value how many records say another one that sounds the same. */
    private static IntUnaryOperator soundsLike(Vocabulary vocabulary, int[] counts) {
        Vocabulary.Derived derived = vocabulary.derived(Derivation.SOUND);
        int[] sounds = derived.code();
        int[] sum = new int[derived.values().size() + 1];
        for (int code = 1; code < counts.length; code++) {
            sum[sounds[code]] += counts[code];
        }
        return code -> count(sum, sounds[code]) - count(counts, code);
    }

    /** What came after the counting was never seen. */
    private static int count(int[] counts, int code) {
        return code < counts.length ? counts[code] : 0;
    }
}
