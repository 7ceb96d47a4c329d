package org.fourfold.linkage.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadixTest {

    @Test
    void sortsByTheUpperHalfAndKeepsWhatIsEqualInOrder() {
        Random random = new Random(1);
        long[] values = new long[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((random.nextInt(300) * 0x0F1F2F37L) << 32) | i;
        }
        Long[] expected = Arrays.stream(values).boxed().toArray(Long[]::new);
        Arrays.sort(expected, (one, other) -> Long.compareUnsigned(one >>> 32, other >>> 32));

        Radix.sortByUpper(values, values.length, new long[values.length]);

        assertThat(values)
                .isEqualTo(Arrays.stream(expected).mapToLong(Long::longValue).toArray());
    }

    @Test
    void sortsByTheWholeKey() {
        Random random = new Random(1);
        // Many are equal in their upper half.
        long[] keys = random.longs(5_000).map(key -> key & 0x8000000000000FFFL).toArray();
        long[] before = keys.clone();
        int[] values = IntStream.range(0, keys.length).toArray();
        int[] expected = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparing(i -> before[i], Long::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();

        Radix.sort(keys, values);

        assertThat(values).isEqualTo(expected);
    }
}
