package org.fourfold.linkage.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
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
    private final List<IntConsumer> followers = new ArrayList<>();
    private final List<IntConsumer> forgetters = new ArrayList<>();

    /** The highest number a value may have; 0 where none is to come once something is derived. */
    private int room;

    private @Nullable Bags bags;
    private int @Nullable [] ranks;

    /** How many of the first values the worth of words is counted by; below 0: all that are here when it is asked for. */
    private int counted = -1;

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

    /** The number of a value, which is kept if it is new; 0 for the empty one. */
    public int code(String value) {
        int before = size();
        return kept(values.code(value), before);
    }

    /** The same of the first bytes, in UTF-8. */
    int code(byte[] value, int size) {
        int before = size();
        return kept(values.code(value, 0, size), before);
    }

    private int kept(int code, int before) {
        if (code > before && room > 0) {
            if (code > room) {
                values.forget(before);
                throw new IllegalStateException("there is no room for more than " + room + " values");
            }
            followers.forEach(follower -> follower.accept(code));
        }
        return code;
    }

    /** The number of a value; 0 when it is not among them. */
    public int find(String value) {
        return values.find(value);
    }

    /**
     * From now on so many more values may come, and go again, without anything being worked out anew for those that are here.
     * To be called before anything is derived.
     */
    public synchronized void makeRoom(int more) {
        room = Math.addExact(size(), more);
        derived.clear();
        followers.clear();
        forgetters.clear();
        bags = null;
    }

    /** Words are worth from now on what they are worth among the first so many values, whatever comes. */
    public synchronized void countWordsOf(int first) {
        counted = first;
        bags = null;
    }

    /** Words are worth what they are worth among other values. */
    public synchronized void countWordsLike(Vocabulary other) {
        bags = new Bags(values, other.bags());
    }

    /** The highest number that a value may have. */
    public int room() {
        return Math.max(room, size());
    }

    /** Works something out for each value, those included that come later. */
    public synchronized void each(IntConsumer action) {
        for (int code = 1; code <= size(); code++) {
            action.accept(code);
        }
        if (room > 0) {
            followers.add(action);
        }
    }

    /** Takes the last values back, so that {@code kept} are left. */
    public synchronized void forget(int kept) {
        values.forget(kept);
        forgetters.forEach(forgetter -> forgetter.accept(kept));
    }

    /** What is taken of each value; worked out when first asked for. */
    public synchronized Derived derived(Derivation derivation) {
        Derived known = derived.get(derivation);
        if (known == null) {
            known = derive(derivation);
            derived.put(derivation, known);
        }
        return known;
    }

    /** The values as bags of words; worked out when first asked for. */
    public synchronized Bags bags() {
        if (bags == null) {
            int first = counted >= 0 ? counted : size();
            Bags made = new Bags(values, first, room());
            each(code -> {
                if (code > first) {
                    made.add(code);
                }
            });
            if (room > 0) {
                forgetters.add(made::forget);
            }
            bags = made;
        }
        return bags;
    }

    /** Per value its place in the order of their bytes, from 1; worked out when first asked for, unless more may come. */
    public synchronized int[] ranks() {
        int[] known = ranks;
        if (known == null || room > 0) {
            known = ranked();
            ranks = known;
        }
        return known;
    }

    private int[] ranked() {
        byte[] bytes = values.bytes();
        Integer[] codes = new Integer[size()];
        Arrays.setAll(codes, i -> i + 1);
        Arrays.sort(
                codes,
                (one, other) -> Arrays.compare(
                        bytes, values.start(one), values.end(one), bytes, values.start(other), values.end(other)));
        int[] places = new int[size() + 1];
        for (int i = 0; i < codes.length; i++) {
            places[codes[i]] = i + 1;
        }
        return places;
    }

    /** The keys of each value, by its number, of what is taken that is many things. */
    public long[][] keys(Derivation derivation) {
        return ManyKeys.of(derivation, bags(), size());
    }

    private Derived derive(Derivation derivation) {
        int[] code = new int[room() + 1];
        long[] hash = new long[room() + 1];
        if (derivation.kind() == Derivation.Kind.VALUE) {
            each(i -> {
                code[i] = i;
                hash[i] = values.hash(i);
            });
            return new Derived(code, hash, values);
        }
        ByteDictionary taken = new ByteDictionary();
        int[] before = new int[room > 0 ? room + 2 : 0];
        if (room > 0) {
            forgetters.add(kept -> taken.forget(before[kept + 1]));
        }
        each(i -> {
            if (i < before.length) {
                before[i] = taken.size();
                before[i + 1] = Integer.MAX_VALUE;
            }
            code[i] = taken.code(Derivations.of(derivation, values.text(i)));
            hash[i] = taken.hash(code[i]);
        });
        return new Derived(code, hash, taken);
    }
}
