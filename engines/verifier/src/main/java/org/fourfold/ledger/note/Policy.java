package org.fourfold.ledger.note;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures make a checkpoint believed: C2SP tlog-policy, with exactly one log.
 *
 * @param log the log's key
 * @param witnesses by the name they have in the policy, in the order of its lines
 * @param groups by name, in the order of its lines
 * @param quorum the name of a witness or a group; empty for {@code none}
 */
public record Policy(VerifierKey log, List<Witness> witnesses, Map<String, Group> groups, Optional<String> quorum) {

    /**
     * Who may cosign.
     *
     * @param name opaque bytes of the policy, one a character
     */
    public record Witness(String name, VerifierKey key) {}

    /** So many of these, witnesses or groups, stand for all of them. */
    public record Group(int threshold, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    public Policy {
        witnesses = List.copyOf(witnesses);
    }

    /** Reads a policy file; empty where it is not as tlog-policy says, or has another number of logs than one. */
    public static Optional<Policy> parse(byte[] bytes) {
        return PolicyReader.read(bytes);
    }

    /** Whether the witnesses with these names are enough. */
    public boolean isMet(Set<String> cosigned) {
        return quorum.isEmpty() || isMet(quorum.get(), cosigned);
    }

    private boolean isMet(String name, Set<String> cosigned) {
        Group group = groups.get(name);
        if (group == null) {
            return cosigned.contains(name);
        }
        long met = group.members().stream()
                .filter(member -> isMet(member, cosigned))
                .count();
        return met >= group.threshold();
    }
}
