package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.fourfold.linkage.table.ByteDictionary;

/** Records that say all the same: they meet by one number for all that they say. */
final class Repeated {

    private Repeated() {}

    /** The numbers of those that say something, by the part where equal ones meet. */
    static List<long[]> send(Rows rows, int parts) {
        int step = rows.size() == 0 ? 0 : rows.codes().length / rows.size();
        LongStream.Builder[] to = new LongStream.Builder[parts];
        Arrays.setAll(to, part -> LongStream.builder());
        for (int record = 0; record < rows.size(); record++) {
            long hash = 0;
            boolean empty = true;
            for (int s = 0; s < step; s++) {
                int code = rows.codes()[record * step + s];
                empty &= code == 0;
                hash = ByteDictionary.mix(hash ^ code) + s;
            }
            if (!empty) {
                to[Parts.of(ByteDictionary.mix(hash), parts)].add(hash);
            }
        }
        List<long[]> sent = new ArrayList<>();
        for (LongStream.Builder each : to) {
            sent.add(each.build().toArray());
        }
        return sent;
    }

    /** How many came before. */
    static long count(Iterable<long[]> arrived) {
        long[] all = StreamSupport.stream(arrived.spliterator(), false)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        long count = 0;
        for (int i = 1; i < all.length; i++) {
            count += all[i] == all[i - 1] ? 1 : 0;
        }
        return count;
    }
}
