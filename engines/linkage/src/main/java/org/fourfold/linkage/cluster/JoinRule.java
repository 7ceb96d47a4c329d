package org.fourfold.linkage.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.block.SourcePairs;
import org.fourfold.linkage.records.Records;

/**
 * Which records a machine must not bring into one cluster, whatever the evidence for it: two clusters are joined only when no
 * rule keeps any two of their members apart. A rule is about the records of one run.
 */
public sealed interface JoinRule permits ClassesApart, PairsApart {

    /** Whether these two must not come together. The order does not count. */
    boolean keepsApart(int a, int b);

    /** What a join is refused for under this rule. */
    Refusal.Reason reason();

    /** A source holds nobody twice. Records that say no source are under no such rule. */
    static JoinRule onePerSource(Records records) {
        List<String> names = records.sources();
        boolean[] named = new boolean[names.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = !names.get(i).isEmpty();
        }
        return new ClassesApart(
                Refusal.Reason.ONE_PER_SOURCE, records.source(), names.size(), (a, b) -> a == b && named[a]);
    }

    /** Sources that must not be linked. A judgement does not lift this. */
    static JoinRule sources(Records records, SourcePairs sources) {
        return new ClassesApart(
                Refusal.Reason.FORBIDDEN_SOURCES, records.source(), sources.sources(), (a, b) -> !sources.allows(a, b));
    }

    /** Roles that only a person makes one of: what a machine finds is a proposal. */
    static JoinRule roles(Roles roles, Collection<RolePair> apart) {
        Set<RolePair> pairs = Set.copyOf(apart);
        List<String> names = roles.names();
        return new ClassesApart(
                Refusal.Reason.ROLES,
                roles.role(),
                names.size(),
                (a, b) -> pairs.contains(new RolePair(names.get(a), names.get(b))));
    }
}
