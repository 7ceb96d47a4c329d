package org.fourfold.node.protection;

import java.util.Locale;

/** Why somebody does not want to be identified. The name is stored: never rename a constant. */
public enum RefusalReason {
    FEAR_OF_REPRISAL,
    FEAR_OF_AUTHORITIES,
    FEAR_OF_REMOVAL,
    FAMILY,
    WANTS_TO_GO_ON,
    DOES_NOT_SEE_IT_SO,
    NOT_SAID,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
