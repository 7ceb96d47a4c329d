package org.fourfold.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    /** The order that the text of Semantic Versioning 2.0.0 gives in its section 11, with the examples of item 2 before it. */
    private static final List<String> PUBLISHED_ORDER = List.of(
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1");

    @Test
    void versionsAreOrderedAsSemanticVersioningPublishesIt() {
        List<Version> versions = new ArrayList<>(PUBLISHED_ORDER.stream()
                .map(text -> Version.parse(text).orElseThrow())
                .toList());
        Collections.shuffle(versions, new Random(7));
        Collections.sort(versions);
        assertThat(versions).map(Version::toString).containsExactlyElementsOf(PUBLISHED_ORDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "01.0.0",
                "1.0.0-",
                "1.0.0+5",
                "../1.0.0",
                "1.0.0/..",
                "1.0.0-a..b",
                "1.0.0 ",
                "9999999.0.0"
            })
    void whatIsNoVersionIsNotTakenForAFolder(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }
}
