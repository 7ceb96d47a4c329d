package org.fourfold.node.shell;

import java.util.Collection;
import java.util.Map;
import org.fourfold.node.frame.MemberId;

/** What members are called, for pages of modules that stand below access. One bean, made there. */
@FunctionalInterface
public interface MemberNames {

    /** The names of those that there are. */
    Map<MemberId, String> of(Collection<MemberId> members);
}
