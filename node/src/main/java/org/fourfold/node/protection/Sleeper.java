package org.fourfold.node.protection;

import java.util.Optional;

/** Somebody who has a bed here tonight. */
public record Sleeper(CaseFile file, Optional<String> name, ShelterStay stay, Optional<Absence> absence) {

    @Override
    public String toString() {
        return "sleeper of " + file.number();
    }
}
