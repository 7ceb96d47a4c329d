package org.fourfold.node.protection;

import java.util.List;

/**
 * What a person agreed to, to whom nothing may go, and what went out: the latest first.
 *
 * @param mayWrite whether the reader may write down what the person says
 * @param mayShare whether the reader may hand over
 */
public record Permissions(
        CaseFile file,
        List<Consent> consents,
        List<Withholding> withheld,
        List<HandedOver> handedOver,
        boolean mayWrite,
        boolean mayShare) {

    public Permissions {
        consents = List.copyOf(consents);
        withheld = List.copyOf(withheld);
        handedOver = List.copyOf(handedOver);
    }
}
