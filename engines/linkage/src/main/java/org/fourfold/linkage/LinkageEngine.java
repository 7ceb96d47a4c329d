package org.fourfold.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.score.Hub;
import org.fourfold.linkage.table.TableCut;

/**
 * Links tables by other machines or other means than this process and its memory. Gives byte for byte what {@link Linkage} gives; what it is not made for is refused before.
 * Found by {@link java.util.ServiceLoader}.
 */
public interface LinkageEngine {

    /** As a person types it. */
    String name();

    /**
     * Links tables.
     *
     * @throws IOException when a table cannot be read, or nothing can be written into the folder for what is in between
     * @throws NoMaster when nobody answers at the master's address
     * @throws GaveUp when the work failed there
     */
    Done link(Job job) throws IOException;

    /**
     * What is linked.
     *
     * @param known what is known beside the records
     * @param master where the work is handed out, in the engine's own words
     * @param scratch an empty folder for what is in between; who asks removes it
     */
    record Job(LinkageModel model, List<Table> tables, Linkage.Conditions known, String master, Path scratch) {

        /** Keeps a copy. */
        public Job {
            tables = List.copyOf(tables);
        }

        /** Records of all tables. */
        public long records() {
            return tables.stream()
                    .flatMap(table -> table.cuts().stream())
                    .mapToLong(TableCut::rows)
                    .sum();
        }
    }

    /**
     * A CSV file.
     *
     * @param file as every machine that works finds it
     * @param name who wrote the records, where no column says it
     */
    record Table(Path file, String name, List<TableCut> cuts) {

        /** Keeps a copy. */
        public Table {
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * What came of it.
     *
     * @param result its records have ids and sources, and no slots
     * @param repeated records that say in every field what another one said, and say something
     * @param said slots of which a record says something
     * @param hubs what many have who are not one
     */
    record Done(Linkage.Result result, long repeated, Set<String> said, List<Hub> hubs) {

        /** Keeps a copy. */
        public Done {
            said = Set.copyOf(said);
            hubs = List.copyOf(hubs);
        }
    }

    /** The master's address cannot be understood, or nobody answers there. */
    final class NoMaster extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NoMaster(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The work failed. The message names the kind of failure and nothing of the records. */
    final class GaveUp extends RuntimeException {

        private static final long serialVersionUID = 1;

        public GaveUp(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
