package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** From every part to every part: few large things, each an array or some, so that Spark has little to do. */
final class Sending {

    private Sending() {}

    /** One for each part, in their order. */
    static <T> Iterator<Tuple2<Integer, T>> numbered(List<T> each) {
        return IntStream.range(0, each.size())
                .mapToObj(part -> new Tuple2<>(part, each.get(part)))
                .iterator();
    }

    static <T> List<T> listed(Iterable<T> each) {
        List<T> list = new ArrayList<>();
        each.forEach(list::add);
        return list;
    }

    /** What comes to each part, together; every part gets something from everybody. */
    static <T> JavaRDD<Tuple2<Integer, Iterable<T>>> each(JavaPairRDD<Integer, T> sent, int parts) {
        return sent.groupByKey(new Parts(parts)).map(arrived -> arrived);
    }
}
