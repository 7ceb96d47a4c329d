package org.fourfold.node.trust;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.trust.internal.RecoveryCode;

/**
 * The recovery code as it is printed, once: eight groups of five signs, the last sign of each checking the other four and
 * its place. Nothing keeps it but the paper. Its text form says nothing.
 */
public final class RecoverySheet {

    private final RecoveryCode code;

    RecoverySheet(RecoveryCode code) {
        this.code = code;
    }

    /** The groups in their order, to be printed. */
    public List<String> groups() {
        return code.groups();
    }

    /** Whether the text is the group at that place (first = 0), small letters and look-alikes forgiven. */
    public boolean confirms(int groupIndex, String text) {
        Optional<String> read = RecoveryCode.readGroup(text);
        return groupIndex >= 0
                && groupIndex < RecoveryCode.GROUPS
                && read.isPresent()
                && read.get().equals(groups().get(groupIndex));
    }

    @Override
    public String toString() {
        return "a recovery sheet";
    }
}
