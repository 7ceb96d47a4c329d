package org.fourfold.node.protection;

import java.util.List;

/**
 * What a person received.
 *
 * @param given the latest day first
 * @param mayWrite whether the reader may write down another
 */
public record ServicesView(CaseFile file, List<ServiceGiven> given, boolean mayWrite) {

    public ServicesView {
        given = List.copyOf(given);
    }
}
