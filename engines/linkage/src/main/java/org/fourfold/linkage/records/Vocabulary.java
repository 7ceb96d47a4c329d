package org.fourfold.linkage.records;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.table.ByteDictionary;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of one or several slots, numbered from 1; 0 is "not said". What is taken of a value is worked out once.
 * Slots that may be swapped share one.
 */
public final class Vocabulary {

    private final ByteDictionary values = new ByteDictionary();
    private final Map<Derivation, Derived> derived = new HashMap<>();
    private @Nullable Bags bags;

    /**
     * What is taken of each value.
     *
     * @param code per value a number that is equal where what is taken is; 0 where nothing can be taken
     * @param hash the same as a number that depends on the text alone
     * @param values the distinct things that were taken
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Derived(int[] code, long[] hash, ByteDictionary values) {}

    public int size() {
        return values.size();
    }

    public ByteDictionary values() {
        return values;
    }

    public String text(int code) {
        return values.text(code);
    }

    int code(String value) {
        return values.code(value);
    }

    /** What is taken of each value; worked out when first asked for. */
    public synchronized Derived derived(Derivation derivation) {
        return derived.computeIfAbsent(derivation, this::derive);
    }

    /** The values as bags of words; worked out when first asked for. */
    public synchronized Bags bags() {
        if (bags == null) {
            bags = new Bags(values);
        }
        return bags;
    }

    /** Per value its place in the order of their bytes, from 1. */
    public int[] ranks() {
        byte[] bytes = values.bytes();
        Integer[] codes = new Integer[size()];
        Arrays.setAll(codes, i -> i + 1);
        Arrays.sort(
                codes,
                (one, other) -> Arrays.compare(
                        bytes, values.start(one), values.end(one), bytes, values.start(other), values.end(other)));
        int[] ranks = new int[size() + 1];
        for (int i = 0; i < codes.length; i++) {
            ranks[codes[i]] = i + 1;
        }
        return ranks;
    }

    /** The keys of each value, by its number, of what is taken that is many things. */
    public long[][] keys(Derivation derivation) {
        return ManyKeys.of(derivation, bags(), size());
    }

    private Derived derive(Derivation derivation) {
        int[] code = new int[size() + 1];
        long[] hash = new long[size() + 1];
        if (derivation.kind() == Derivation.Kind.VALUE) {
            for (int i = 1; i <= size(); i++) {
                code[i] = i;
                hash[i] = values.hash(i);
            }
            return new Derived(code, hash, values);
        }
        ByteDictionary taken = new ByteDictionary();
        for (int i = 1; i <= size(); i++) {
            code[i] = taken.code(Derivations.of(derivation, values.text(i)));
            hash[i] = taken.hash(code[i]);
        }
        return new Derived(code, hash, taken);
    }
}
