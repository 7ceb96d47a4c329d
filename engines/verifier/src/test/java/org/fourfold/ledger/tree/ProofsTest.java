package org.fourfold.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs against an oracle that knows all leaves and follows RFC 9162's recursive words. */
class ProofsTest {

    private static final int SIZES = 300;
    private static final TreeHasher HASHER = new TreeHasher();
    private final Random random = new Random(1);
    private final List<Hash> leaves = new ArrayList<>();

    ProofsTest() {
        for (int i = 0; i < SIZES; i++) {
            leaves.add(HASHER.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** MTH of RFC 9162, 2.1.1, word by word. */
    private Hash mth(int from, int to) {
        if (to == from) {
            return TreeHasher.emptyRoot();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = Integer.highestOneBit(to - from - 1);
        return HASHER.node(mth(from, from + k), mth(from + k, to));
    }

    private Hash node(int level, long index) {
        return mth((int) index << level, (int) (index + 1) << level);
    }

    @Test
    void theEdgeKnowsTheRootOfEverySize() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= SIZES; size++) {
            assertThat(frontier.root()).as("size " + size).isEqualTo(mth(0, size));
            assertThat(Frontier.of(size, this::node).root()).isEqualTo(frontier.root());
            if (size < SIZES) {
                frontier.append(leaves.get(size));
            }
        }
    }

    @Test
    void everyInclusionIsProvedAndNoChangedBitPasses() {
        for (int size = 1; size <= SIZES; size++) {
            Hash root = mth(0, size);
            for (int index = 0; index < size; index += 1 + random.nextInt(1 + size / 20)) {
                InclusionProof proof = InclusionProof.make(index, size, this::node);
                Hash leaf = leaves.get(index);
                assertThat(proof.holds(leaf, root)).as(index + " of " + size).isTrue();
                assertThat(proof.holds(changed(leaf), root)).isFalse();
                assertThat(proof.holds(leaf, changed(root))).isFalse();
                assertThat(new InclusionProof(index + 1, size, proof.path()).holds(leaf, root))
                        .isFalse();
                for (int step = 0; step < proof.path().size(); step++) {
                    assertThat(new InclusionProof(index, size, changed(proof.path(), step)).holds(leaf, root))
                            .isFalse();
                }
                assertThat(new InclusionProof(index, size, longer(proof.path())).holds(leaf, root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyConsistencyIsProvedAndNoChangedBitPasses() {
        for (int to = 1; to <= SIZES; to++) {
            Hash later = mth(0, to);
            for (int from = 1; from <= to; from += 1 + random.nextInt(1 + to / 20)) {
                ConsistencyProof proof = ConsistencyProof.make(from, to, this::node);
                Hash earlier = mth(0, from);
                assertThat(proof.holds(earlier, later)).as(from + " to " + to).isTrue();
                assertThat(proof.holds(changed(earlier), later)).isFalse();
                assertThat(proof.holds(earlier, changed(later))).isFalse();
                for (int step = 0; step < proof.path().size(); step++) {
                    assertThat(new ConsistencyProof(from, to, changed(proof.path(), step)).holds(earlier, later))
                            .isFalse();
                }
                assertThat(new ConsistencyProof(from, to, longer(proof.path())).holds(earlier, later))
                        .isFalse();
            }
        }
    }

    @Test
    void fromNothingNothingIsProved() {
        assertThat(new ConsistencyProof(0, 5, List.of()).holds(TreeHasher.emptyRoot(), mth(0, 5)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).holds(TreeHasher.emptyRoot(), TreeHasher.emptyRoot()))
                .isFalse();
    }

    private Hash changed(Hash hash) {
        byte[] bytes = hash.bytes();
        int bit = random.nextInt(bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    private List<Hash> changed(List<Hash> path, int step) {
        List<Hash> other = new ArrayList<>(path);
        other.set(step, changed(path.get(step)));
        return other;
    }

    private List<Hash> longer(List<Hash> path) {
        List<Hash> other = new ArrayList<>(path);
        other.add(leaves.getFirst());
        return other;
    }
}
