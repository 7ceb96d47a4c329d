package org.fourfold.ledger.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fourfold.ledger.note.SignedCheckpoint;

/**
 * What goes into a bag beside the log's own files.
 *
 * @param policy the text of the tlog-policy, with the log's key
 * @param checkpoint under which everything is
 * @param openings by the entry's index; each is asked for when it is written
 * @param earlier checkpoints, one a size
 * @param attached other documents, by their path below {@code data/attached/}
 * @param tagFiles the plain pages and the verifiers, by their path in the bag
 * @param bagged the day in {@code bag-info.txt}
 * @param agent the program in {@code bag-info.txt}
 */
public record BagPlan(
        String policy,
        SignedCheckpoint checkpoint,
        SortedMap<Long, Supplier<Opening>> openings,
        List<EarlierCheckpoint> earlier,
        SortedMap<String, Source> attached,
        SortedMap<String, Source> tagFiles,
        LocalDate bagged,
        String agent) {

    public BagPlan {
        earlier = List.copyOf(earlier);
        if (agent.indexOf('\n') >= 0 || agent.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("one line names the program");
        }
    }

    /** A bag of the log's own files alone. */
    public static BagPlan of(String policy, SignedCheckpoint checkpoint, LocalDate bagged, String agent) {
        return new BagPlan(
                policy, checkpoint, new TreeMap<>(), List.of(), new TreeMap<>(), new TreeMap<>(), bagged, agent);
    }

    public BagPlan withOpenings(Map<Long, Supplier<Opening>> opened) {
        return new BagPlan(policy, checkpoint, new TreeMap<>(opened), earlier, attached, tagFiles, bagged, agent);
    }

    public BagPlan withEarlier(List<EarlierCheckpoint> before) {
        return new BagPlan(policy, checkpoint, openings, before, attached, tagFiles, bagged, agent);
    }

    public BagPlan withAttached(Map<String, Source> documents) {
        return new BagPlan(policy, checkpoint, openings, earlier, new TreeMap<>(documents), tagFiles, bagged, agent);
    }

    public BagPlan withTagFiles(Map<String, Source> files) {
        return new BagPlan(policy, checkpoint, openings, earlier, attached, new TreeMap<>(files), bagged, agent);
    }
}
