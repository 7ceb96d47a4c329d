package org.fourfold.node.protection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tests that a worksheet lays side by side; their words and citations stand in {@link LegalStandards}. */
public enum LegalStandard {
    /** Trafficking in persons: Palermo Protocol, Art. 3. */
    PALERMO,
    /** Severe form, sex trafficking: 22 U.S.C. 7102(11)(A); 18 U.S.C. 1591. */
    US_SEX,
    /** Severe form, labour: 22 U.S.C. 7102(11)(B); 18 U.S.C. 1581-1590. */
    US_LABOUR,
    /** Smuggling of migrants is another offence and no lesser trafficking; both may have been done to one person. */
    SMUGGLING;

    public List<TraffickingElement> elements() {
        return Stream.of(TraffickingElement.values())
                .filter(element -> element.test() == this)
                .toList();
    }

    /** Whether means count for nothing where a child was concerned. For labour the U.S. federal test asks for them all the same. */
    public boolean childWithoutMeans() {
        return switch (this) {
            case PALERMO, US_SEX -> true;
            case US_LABOUR, SMUGGLING -> false;
        };
    }

    /** Its name in data and keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
