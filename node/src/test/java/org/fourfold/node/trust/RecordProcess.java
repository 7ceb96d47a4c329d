package org.fourfold.node.trust;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.Database;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.NodeProcess;

/**
 * A node's ground, keys and record in a process of its own, to be killed. It opens as a node does: the database is compared
 * with what was published, everything that waits gets its place, and only then is the node unlocked and ready.
 */
final class RecordProcess {

    /** How the record stands after a start: {@code placed <positions> <one past the last> <distinct events> <waiting>}. */
    static final String PLACED = "placed ";

    /** An event whose transaction is there in part, or that has not one place. */
    static final String HALF = "half ";

    private RecordProcess() {}

    /** Arguments as {@link NodeProcess}, and the beginning of the details that are to be told as kept. */
    public static void main(String[] arguments) throws InterruptedException {
        NodeProcess.run(arguments, ground -> open(ground, arguments[3]));
    }

    private static List<String> open(Ground ground, String told) throws IOException {
        Database trust = ground.databases().of("trust");
        Keyring keyring =
                new Keyring(ground.home().keys(), trust, new Argon2id(), new SecureRandom(), InstantSource.system());
        boolean isFirst = !keyring.isInitialised();
        if (isFirst) {
            var _ = keyring.initialise(RecordBed.PASSPHRASE.toCharArray());
        }
        Sequencer sequencer = RecordBed.sequencer(ground, keyring, InstantSource.system());
        sequencer.start();
        System.out.println(standing(trust));
        List<String> kept = kept(trust, told);
        if (!isFirst) {
            keyring.unlock(RecordBed.PASSPHRASE.toCharArray());
        }
        return kept;
    }

    private static String standing(Database trust) {
        return trust.asNode(tx -> tx.sql("""
                SELECT concat_ws(' ', count(*), coalesce(max(position) + 1, 0), count(DISTINCT e.entry),
                                 (SELECT count(*) FROM trust.event x
                                  WHERE NOT EXISTS (SELECT FROM trust.sequence y WHERE y.entry = x.entry)))
                FROM trust.sequence s LEFT JOIN trust.event e ON e.entry = s.entry
                """).one((rs, n) -> PLACED + rs.getString(1)));
    }

    /** What has its places, both events of a transaction exactly once. */
    private static List<String> kept(Database trust, String told) {
        record Found(String detail, boolean isWhole) {}
        List<Found> found = trust.asNode(tx -> tx.sql("""
                SELECT e.detail, count(*) = 2 AND count(DISTINCT e.type) = 2 AND count(s.entry) = 2 AS whole
                FROM trust.event e LEFT JOIN trust.sequence s ON s.entry = e.entry
                WHERE e.type LIKE 'test.written%' AND starts_with(e.detail, :told) GROUP BY e.detail
                """)
                .with("told", told)
                .list((rs, n) -> new Found(rs.getString("detail"), rs.getBoolean("whole"))));
        List<String> kept = new ArrayList<>();
        for (Found each : found) {
            if (each.isWhole()) {
                kept.add(each.detail());
            } else {
                System.out.println(HALF + each.detail());
            }
        }
        return kept;
    }
}
