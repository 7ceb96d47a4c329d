package org.fourfold.node.protection.internal;

import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.protection.LegalDemand.Authority;

/** As what the one decision takes somebody who demands. */
final class Authorities {

    private Authorities() {}

    /**
     * The stricter of what they say they are and what the registry knows: an immigration authority stays one when it asks as
     * police, and what pays or collects stays that.
     */
    static RecipientKind kind(Authority said, RecipientKind known) {
        return switch (known) {
            case IMMIGRATION_AUTHORITY, FUNDER, SHARED_STORE -> known;
            case THE_PERSON, SERVICE, PROSECUTION, COURT ->
                switch (said) {
                    case COURT -> RecipientKind.COURT;
                    case PROSECUTION, POLICE -> RecipientKind.PROSECUTION;
                    case IMMIGRATION_AUTHORITY -> RecipientKind.IMMIGRATION_AUTHORITY;
                    case OTHER -> RecipientKind.SERVICE;
                };
        };
    }
}
