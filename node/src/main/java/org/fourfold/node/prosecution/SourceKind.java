package org.fourfold.node.prosecution;

import java.util.Locale;

/** What a source is, by what it was recognised as. */
public enum SourceKind {
    /** FollowTheMoney entities, one JSON object a line. */
    FTM_JSON,
    /** FollowTheMoney statements: a CSV table, one claimed value a row. */
    FTM_STATEMENTS,
    /** Specially Designated Nationals of the U.S. Treasury, the legacy table without a heading. */
    OFAC_SDN,
    /** The list of corrupt and undemocratic actors under section 353 of U.S. law ("Engel list"). */
    SECTION_353,
    /** Any table, by a mapping. */
    TABLE;

    /** As reports and events name it: {@code ftm-json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
