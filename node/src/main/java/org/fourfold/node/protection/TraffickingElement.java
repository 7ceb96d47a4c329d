package org.fourfold.node.protection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a test asks for. The name is stored: never rename a constant. */
public enum TraffickingElement {
    ACT(LegalStandard.PALERMO),
    MEANS(LegalStandard.PALERMO),
    PURPOSE(LegalStandard.PALERMO),
    US_SEX_ACT(LegalStandard.US_SEX),
    US_SEX_MEANS(LegalStandard.US_SEX),
    US_SEX_PURPOSE(LegalStandard.US_SEX),
    US_LABOUR_ACT(LegalStandard.US_LABOUR),
    US_LABOUR_MEANS(LegalStandard.US_LABOUR),
    US_LABOUR_PURPOSE(LegalStandard.US_LABOUR),
    SMUGGLED(LegalStandard.SMUGGLING);

    private final LegalStandard test;

    TraffickingElement(LegalStandard test) {
        this.test = test;
    }

    public LegalStandard test() {
        return test;
    }

    public boolean isMeans() {
        return this == MEANS || this == US_SEX_MEANS || this == US_LABOUR_MEANS;
    }

    /** Its name in data, forms and keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its code. */
    public static Optional<TraffickingElement> parse(String code) {
        return Arrays.stream(values())
                .filter(element -> element.code().equals(code))
                .findFirst();
    }
}
