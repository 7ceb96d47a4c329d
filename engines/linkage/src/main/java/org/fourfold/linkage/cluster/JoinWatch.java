package org.fourfold.linkage.cluster;

/** A {@link JoinRule} over clusters that grow: what it knows of each is kept as they are joined. Clusters are named by leaders. */
interface JoinWatch {

    JoinRule rule();

    /** A record is a cluster of its own again. */
    void alone(int record);

    boolean mayJoin(int left, int right);

    /** Is told after each join. */
    void joined(int into, int from);

    /** Starts to watch. */
    static JoinWatch of(JoinRule rule, Partition clusters) {
        return switch (rule) {
            case ClassesApart classes -> classes.watch(clusters);
            case PairsApart pairs -> pairs.watch(clusters);
        };
    }
}
