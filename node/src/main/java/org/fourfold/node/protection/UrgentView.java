package org.fourfold.node.protection;

import java.util.List;

/**
 * The urgent risks of a file that hold.
 *
 * @param mayWrite whether the reader may raise one and say that one is over
 */
public record UrgentView(CaseFile file, List<UrgentRisk> risks, boolean mayWrite) {

    public UrgentView {
        risks = List.copyOf(risks);
    }
}
