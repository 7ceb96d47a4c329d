package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.protection.internal.InstrumentsEdition;

/**
 * The instruments, tests and texts of this release. Public data: nothing of anybody.
 *
 * @param all every version that was ever shipped, the one that is in use first
 */
public record Instruments(
        List<ScreeningInstrument> all, LegalStandards tests, List<LegalStandards.Reporting> reporting) {

    public Instruments {
        all = List.copyOf(all);
        reporting = List.copyOf(reporting);
    }

    /** The edition in this release. */
    public static Instruments shipped() {
        return InstrumentsEdition.read();
    }

    /** For a first contact. */
    public ScreeningInstrument firstContact() {
        return all.getFirst();
    }

    public Optional<ScreeningInstrument> find(String id, String version) {
        return all.stream()
                .filter(one -> one.id().equals(id) && one.version().equals(version))
                .findFirst();
    }

    /** By the country's code of two letters; empty where none was written yet. */
    public Optional<LegalStandards.Reporting> reporting(String country) {
        return reporting.stream().filter(one -> one.country().equals(country)).findFirst();
    }
}
