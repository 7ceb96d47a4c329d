package org.fourfold.linkage.cluster;

import java.util.Arrays;
import java.util.BitSet;
import org.fourfold.linkage.score.Edges;

/**
 * Records that edges or judgements bring into reach of one another. What happens in one component changes nothing in another:
 * when a record, an edge or a judgement comes or goes, only the components of the records that it names are clustered again.
 */
public final class Components {

    private final Partition components;

    private Components(Partition components) {
        this.components = components;
    }

    /** By the edges with at least so much evidence, the prior left out, and by what was judged to be one. */
    static Components of(int records, Edges edges, int least, Constraints constraints) {
        Partition components = new Partition(records);
        for (int i = 0; i < edges.size(); i++) {
            if (edges.evidence()[i] >= least) {
                join(components, edges.a()[i], edges.b()[i]);
            }
        }
        for (int i = 0; i < constraints.sameA().length; i++) {
            join(components, constraints.sameA()[i], constraints.sameB()[i]);
        }
        return new Components(components);
    }

    private static void join(Partition components, int a, int b) {
        int left = components.find(a);
        int right = components.find(b);
        if (left != right) {
            int large = components.larger(left, right);
            components.join(large, large == left ? right : left);
        }
    }

    /** Whether two records are in one component. */
    public boolean areConnected(int a, int b) {
        return components.find(a) == components.find(b);
    }

    /** Everybody in the components of these records, ascending. */
    public int[] touchedBy(int... records) {
        BitSet roots = new BitSet();
        int[] members = new int[16];
        int size = 0;
        for (int record : records) {
            int root = components.find(record);
            if (roots.get(root)) {
                continue;
            }
            roots.set(root);
            for (int i = root; i >= 0; i = components.next(i)) {
                if (size == members.length) {
                    members = Arrays.copyOf(members, size * 2);
                }
                members[size++] = i;
            }
        }
        Arrays.sort(members, 0, size);
        return Arrays.copyOf(members, size);
    }
}
