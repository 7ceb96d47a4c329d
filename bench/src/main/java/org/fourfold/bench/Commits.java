package org.fourfold.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.fourfold.node.ground.Databases;

/** How many transactions a second clients get committed who do nothing else, one after another each. */
final class Commits {

    /** About as long as an entry of the record with its salt. */
    private static final int ROW_BYTES = 300;

    private Commits() {}

    /** One transaction; whatever it throws ends the measurement. */
    @FunctionalInterface
    interface Commit {
        void run() throws SQLException;
    }

    /** PostgreSQL alone: one row in a bare table with a key, one commit each, over connections that stay open. */
    static double plain(Databases databases, int clients, int seconds) throws Exception {
        try (Connection owner = databases.openOwner();
                var statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
            statement.execute("CREATE TABLE IF NOT EXISTS bench.committed"
                    + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, told bytea NOT NULL)");
        }
        List<Connection> connections = new ArrayList<>();
        try {
            List<Commit> each = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Connection connection = databases.openOwner();
                connections.add(connection);
                var insert = connection.prepareStatement("INSERT INTO bench.committed (told) VALUES (?)");
                insert.setBytes(1, new byte[ROW_BYTES]);
                each.add(insert::execute);
            }
            return rate(each, seconds);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Transactions a second of all clients together. */
    static double rate(List<Commit> clients, int seconds) throws Exception {
        LongAdder commits = new LongAdder();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Callable<Boolean>> tasks = clients.stream()
                    .<Callable<Boolean>>map(client -> () -> {
                        while (System.nanoTime() < end) {
                            client.run();
                            commits.increment();
                        }
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        return commits.sum() / ((System.nanoTime() - begun) / 1e9);
    }

    /** The same work for each of so many clients. */
    static List<Commit> same(int clients, Commit commit) {
        return IntStream.range(0, clients).mapToObj(i -> commit).toList();
    }
}
