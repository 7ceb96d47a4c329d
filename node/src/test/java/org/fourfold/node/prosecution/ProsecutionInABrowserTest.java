package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prosecution room's reading pages in a real browser. All persons, numbers and firms are invented. */
@Tag("browser")
@Visits({
    "/entities",
    "/entities/{id:[0-9a-f-]{36}}",
    "/entities/{id:[0-9a-f-]{36}}/neighbours",
    "/entities/sources/{source:[0-9a-f-]{36}}/rows/{row:[0-9]{1,12}}",
    "/entities/overlaps",
    "/entities/overlaps/{id:[0-9a-f-]{36}}"
})
class ProsecutionInABrowserTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final Look DESK = new Look(Look.DESKTOP, Language.EN, ColorScheme.LIGHT);
    private static final String NAME = "Delfina Inventada Marroquín";

    private static final String REGISTER = """
            {"id":"d","schema":"Person","properties":{"name":["Delfina Inventada Marroquín"],"alias":["La Contadora"],"phone":["+502 5555 0101"],"nationality":["gt"],"country":["gt"],"idNumber":["2990 77777 0101"],"notes":["Dice el registro inventado."],"hairlength":["largo"]}}
            {"id":"h","schema":"Person","properties":{"name":["Ramiro Inventado Marroquín"],"country":["gt"]}}
            {"id":"t","schema":"Company","properties":{"name":["Transportes Inventados del Sur, S.A."],"country":["gt"],"phone":["+502 5555 0009"]}}
            {"id":"m","schema":"Company","properties":{"name":["Comercial Inventada Ceiba"],"country":["mx"]}}
            {"id":"v","schema":"Vehicle","properties":{"registrationNumber":["P-901 XYZ"],"owner":["d"]}}
            {"id":"o","schema":"Ownership","properties":{"owner":["d"],"asset":["t"],"percentage":["60"],"startDate":["2019-03"]}}
            {"id":"f","schema":"Family","properties":{"person":["d"],"relative":["h"],"relationship":["hermano"]}}
            {"id":"r","schema":"Directorship","properties":{"director":["d"],"organization":["m"]}}
            """;

    @TempDir
    private static Path folder;

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @BeforeAll
    static void take() throws IOException {
        StringBuilder calls = new StringBuilder("""
                {"id":"x","schema":"Person","properties":{"name":["D. Marroquin (inventada)"],"phone":["5555 0101"],"country":["gt"]}}
                {"id":"y","schema":"Vehicle","properties":{"registrationNumber":["P901XYZ"]}}
                """);
        for (int i = 0; i < 60; i++) {
            calls.append(
                            "{\"id\":\"m%1$d\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Pasajera inventada %1$d\"],"
                                    .formatted(i))
                    .append("\"phone\":[\"%s\"]}}\n".formatted(i < 12 ? "5555 0009" : "5556 %04d".formatted(i)));
        }
        importFile("Registro inventado.json", REGISTER);
        importFile("Llamadas inventadas.json", calls.toString());
    }

    private static void importFile(String name, String text) throws IOException {
        ImportReport report = prosecution()
                .importEntities(
                        ines(),
                        Files.writeString(folder.resolve(name), text),
                        name,
                        ImportOptions.plain().withPhoneCountry("gt"),
                        ProgressListener.silent());
        assertThat(report.refused()).isZero();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePagesOfTheRoomKeepTheRules(Look look) {
        try (Window window = NodeUnderTest.unit().openAs("ines", look)) {
            hold(window, "/entities", "search-start");
            look(window.page(), "marroquin");
            window.holdToTheRules("prosecution-search");
            hold(window, "/entities/" + delfina(), "entity");
            hold(window, "/entities/" + delfina() + "/neighbours", "neighbours");
            assertThat(window.page().locator("#graph canvas").count()).isPositive();
            hold(window, "/entities/overlaps", "overlaps");
            window.visit("/entities/overlaps?show=hubs");
            window.page().locator("tbody a").first().click();
            window.page().waitForURL(url -> url.contains("/entities/overlaps/"));
            window.holdToTheRules("prosecution-overlap");
            window.visit("/entities/" + delfina());
            window.page().locator(".claims .who a").first().click();
            window.page().waitForURL(url -> url.contains("/rows/1"));
            window.holdToTheRules("prosecution-row");
        }
    }

    @Test
    void whatIsTypedStandsInNoAddressAndFacetsNarrowWithoutScripts() {
        try (Window window = NodeUnderTest.unit().openAs("ines", PHONE, false)) {
            Page page = window.page();
            look(page, "inventada");
            assertThat(page.url()).doesNotContain("inventada");
            assertThat(page.locator("#found").innerText()).contains("63");
            assertThat(page.locator("main section .tasks li").count()).isEqualTo(50);
            page.locator("button[name=pick][value^='after:']").click();
            assertThat(page.locator("main section .tasks li").count()).isEqualTo(13);
            page.locator("button[name=pick][value='country:mx']").click();
            assertThat(page.locator("main section .tasks li").allInnerTexts())
                    .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                    .contains("Comercial Inventada Ceiba", "México");
            assertThat(page.url()).doesNotContain("inventada").doesNotContain("mx");
            page.locator("button[name=pick][value='country:']").click();
            assertThat(page.locator("#words").inputValue()).isEqualTo("inventada");
            assertThat(page.locator("#found").innerText()).contains("63");
        }
    }

    @Test
    void aClaimLeadsToItsRowAndTheTableOfTiesNeedsNoScript() {
        try (Window window = NodeUnderTest.unit().openAs("pedro", PHONE, false)) {
            Page page = window.page();
            page.navigate("/entities/" + delfina());
            assertThat(page.locator("h1").innerText()).isEqualTo(NAME);
            assertThat(page.locator("main").innerText())
                    .contains("Teléfono", "Guatemala (gt)", "+502 5555 0101", "Hairlength");
            page.locator("main .row a").first().click();
            assertThat(page.locator("#graph").isVisible()).isFalse();
            assertThat(page.locator("#ties tbody tr").allInnerTexts())
                    .hasSize(4)
                    .anySatisfy(row -> assertThat(row)
                            .contains("Transportes Inventados del Sur, S.A.", "Empresa", "por medio de Propiedad"));
        }
    }

    @Test
    void thePictureIsWalkedWithTheKeyboard() {
        try (Window window = NodeUnderTest.unit().openAs("ines", DESK)) {
            Page page = window.page();
            window.visit("/entities/" + delfina() + "/neighbours");
            page.locator("#graph-sheet").focus();
            assertThat(page.locator("#graph-told").innerText()).isEmpty();
            page.keyboard().press("ArrowRight");
            String first = page.locator("#graph-told").innerText();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#graph-told").innerText()).isNotEmpty().isNotEqualTo(first);
            window.picture("prosecution-neighbours-chosen");
            page.keyboard().press("Home");
            assertThat(page.locator("#graph-told").innerText()).isEqualTo(first);
            String chosen = page.locator("#ties tr.at th a").first().getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith(String.valueOf(chosen)));
            assertThat(page.locator("h1").innerText()).isEqualTo(first.substring(0, first.indexOf(':')));
        }
    }

    @Test
    void aNumberThatManyUseIsSaidToBeOneAndTakenBack() {
        Overlap plate = overlaps(Optional.of(IdentifierKind.PLATE)).getFirst();
        try (Window window = NodeUnderTest.unit().openAs("sonia", PHONE, false)) {
            Page page = window.page();
            page.navigate("/entities/overlaps?kind=plate");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            page.locator("tbody a").first().click();
            assertThat(page.locator("main").innerText()).contains("no dice nada de nadie");
            page.locator("input[name=hub][value=taxi-rank]").check();
            page.locator("main form .button").click();
            assertThat(page.locator("main .summary").innerText()).contains("Sitio de taxis");
            page.navigate("/entities/overlaps?kind=plate");
            assertThat(page.locator("tbody tr").count()).isZero();
            page.navigate("/entities/overlaps/" + plate.id());
            page.locator("input[name=hub]").first().check();
            page.locator("main form .button").click();
            assertThat(overlaps(Optional.of(IdentifierKind.PLATE))).containsExactly(plate);
        }
    }

    @Test
    void whoIsNotLetInSeesNoDoorAndAHouseWithoutTheRoomHasNone() {
        try (Window window = NodeUnderTest.unit().openAs("ana", PHONE)) {
            window.visit("/");
            assertThat(window.page().locator("a[href^='/entities']").count()).isZero();
            assertThat(window.visit("/entities")).isEqualTo(404);
        }
        try (Window window = NodeUnderTest.unit().openAs("pedro", PHONE)) {
            window.visit("/");
            assertThat(window.page().locator("nav a[href='/entities']").count()).isEqualTo(1);
        }
        try (Window window = NodeUnderTest.shared().openAs("sonia", PHONE)) {
            window.visit("/");
            assertThat(window.page().locator("a[href^='/entities']").count()).isZero();
            assertThat(window.visit("/entities")).isEqualTo(404);
        }
    }

    private static void hold(Window window, String path, String name) {
        assertThat(window.visit(path)).isEqualTo(200);
        window.leavingIsInReach();
        window.holdToTheRules("prosecution-" + name);
    }

    private static void look(Page page, String words) {
        page.navigate("/entities");
        page.locator("#words").fill(words);
        page.locator("main form .button").first().click();
        page.locator("#found").waitFor();
    }

    private static EntityId delfina() {
        return prosecution()
                .search(ines(), SearchRequest.of("delfina"))
                .hits()
                .getFirst()
                .id();
    }

    private static List<Overlap> overlaps(Optional<IdentifierKind> kind) {
        return prosecution().overlaps(ines(), kind, false, Optional.empty()).rows();
    }

    private static Prosecution prosecution() {
        return NodeUnderTest.unit().facade(Prosecution.class);
    }

    private static Actor ines() {
        return NodeUnderTest.unit().actor("ines", Purpose.INVESTIGATION);
    }
}
