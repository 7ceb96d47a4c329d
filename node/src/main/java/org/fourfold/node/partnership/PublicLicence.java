package org.fourfold.node.partnership;

import java.util.Optional;

/** Under which terms the organisation lets others use what it publishes. Each asks that the sources stay named. */
public enum PublicLicence {
    CC_BY_4("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    CC_BY_SA_4("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    CC_BY_NC_4("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/");

    private final String title;
    private final String link;

    PublicLicence(String title, String link) {
        this.title = title;
        this.link = link;
    }

    /** The name everybody knows it by. */
    public String title() {
        return title;
    }

    public String link() {
        return link;
    }

    public static Optional<PublicLicence> parse(String text) {
        for (PublicLicence licence : values()) {
            if (licence.name().equals(text)) {
                return Optional.of(licence);
            }
        }
        return Optional.empty();
    }
}
