package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prevention room in a real browser, from the upload to the map, in every look. */
@Tag("browser")
@Visits({
    "/map",
    "/map/incidents/{id}",
    "/map/data.csv",
    "/map/data.geojson",
    "/map/series",
    "/map/series/{code}",
    "/map/import",
    "/map/imports",
    "/map/imports/{id}"
})
class MapPagesTest {

    private static final String INCIDENTS = """
            Main ID,Incident ID,Incident date,No. dead,No. missing,No. survivors,No. Female,No. Male,No. minors,\
            Country of Origin,Cause of death (category),Route,Country of Incident,Location of death,Source,Link,\
            Source Quality,Latitude,Longitude
            T1,T1,2026-01-03,1,0,NA,,1,NA,Unknown,Drowning,,Mexico,"Río Bravo, Reynosa",Invented,,1,26.09,-98.28
            T2,T2,2026-02-04,2,NA,NA,,1,NA,Unknown,=SUM(A1),,Mexico,Tapachula,Invented,,1,14.9,-92.26
            T3,T3,2026-02-05,-2,NA,NA,,1,NA,Unknown,Drowning,,Mexico,Tapachula,Invented,,1,14.9,-92.26
            """;
    private static final String COUNTS =
            "month,cve,state,crime,victims\n2026-01,28,Tamaulipas,Secuestro,3\n2026-02,28,Tamaulipas,Secuestro,NA\n";

    @TempDir
    private Path folder;

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageOfTheRoomKeepsTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("ana", look)) {
            upload(window, "incidents.csv", INCIDENTS);
            window.holdToTheRules("map-imported");
            upload(window, "counts.csv", COUNTS);
            for (String path : List.of("/map", "/map?place=MX", "/map/series", "/map/imports", "/map/import")) {
                window.visit(path);
                window.holdToTheRules("map" + path.replaceAll("[^a-z]", "-"));
            }
            window.visit("/map/series/sesnsp-victims-by-crime");
            window.holdToTheRules("map-one-series");
            window.visit("/map?place=MX");
            window.page().locator("tbody th a[href^='/map/incidents/']").first().click();
            window.page().waitForURL("**/map/incidents/*");
            window.holdToTheRules("map-incident");
        }
    }

    @Test
    void whatTheMapShowsIsGivenOutAsCsvAndGeoJson() {
        try (Window window = NodeUnderTest.shared().openAs("ana", Look.plain())) {
            upload(window, "incidents.csv", INCIDENTS);
            String csv = fetch(window, "/map/data.csv?place=MX");
            assertThat(csv).contains("Río Bravo, Reynosa").contains("'=SUM(A1)").contains("MX-TAM");
            assertThat(fetch(window, "/map/data.geojson?place=MX-CHP"))
                    .contains("\"FeatureCollection\"")
                    .contains("[-92.26,14.9]")
                    .doesNotContain("Reynosa");
        }
    }

    private static String fetch(Window window, String path) {
        window.visit("/map");
        Object text = window.page().evaluate("path => fetch(path).then(answer => answer.text())", path);
        return String.valueOf(text);
    }

    private void upload(Window window, String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            window.visit("/map/import");
            window.page().locator("input[type=file]").setInputFiles(file);
            window.page().locator("main form button:not([name])").click();
            window.page().waitForURL("**/map/imports/*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
