package org.fourfold.node.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Language;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.tour.web.Scene;
import org.fourfold.node.web.Look;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.Visits;
import org.fourfold.node.web.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guided tour on a shelter that stands alone. */
@Tag("browser")
@Visits({"/tour", "/tour/{number}"})
class TourPagesTest {

    private static final Look DESKTOP = new Look(Look.DESKTOP, Language.ES, ColorScheme.LIGHT);

    /** Who is there in the node under test as in the demonstration, with pages that need none of its data. */
    private static final Set<String> HERE_TOO = Set.of("clara", "noe", "sonia", "amparo");

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageOfTheTourKeepsTheRulesBeforeSignIn(Look look) {
        try (Window window = Window.open(NodeUnderTest.shared().address(), look)) {
            window.visit("/sign-in");
            window.page().locator("footer a[href='/tour']").click();
            window.page().waitForURL("**/tour");
            window.leavingIsInReach();
            window.holdToTheRules("tour");
            for (Scene scene : Scene.ALL) {
                assertThat(window.visit("/tour/" + scene.number())).isEqualTo(200);
                window.leavingIsInReach();
                window.holdToTheRules("tour-" + scene.number());
            }
            assertThat(window.visit("/tour/6")).isEqualTo(404);
        }
    }

    @Test
    void theStepsOfThisNodeAreWalkedByTheMembersTheyAreFor() {
        try (Window window = Window.open(NodeUnderTest.shared().address(), DESKTOP)) {
            for (Scene scene : Scene.ALL) {
                for (Scene.Part part : scene.parts()) {
                    if (part.node() == NodeKind.SHELTER && HERE_TOO.contains(part.signInName())) {
                        walk(window, scene, part);
                    }
                }
            }
        }
    }

    @Test
    void theTourIsInTheNavigationAndBehindTheDemonstrationsMark() {
        try (Window window = NodeUnderTest.shared().openAs("clara", DESKTOP)) {
            window.visit("/files");
            window.page().locator("header a.invented").click();
            window.page().waitForURL("**/tour");
            assertThat(window.page()
                            .locator("nav a[href='/tour'][aria-current='page']")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void stepsIntoANodeThatDoesNotRunAreToldAndNotLinked() {
        try (Window window = Window.open(NodeUnderTest.shared().address(), DESKTOP)) {
            window.visit("/tour/2");
            Locator main = window.page().locator("main");
            assertThat(main.innerText()).contains("Ese nodo no está en marcha");
            assertThat(main.locator(".steps a").count()).isZero();
            window.visit("/tour");
            assertThat(window.page().locator("main .summary").innerText())
                    .contains("Usted está aquí.", "No está en marcha.");
        }
    }

    /** Signs in by the part's own link, over whoever was signed in, and follows each step from the scene's page. */
    private static void walk(Window window, Scene scene, Scene.Part part) {
        Page page = window.page();
        window.visit("/tour/" + scene.number());
        String section = "section[aria-labelledby='as-" + part.signInName() + "'] ";
        page.locator(section + "a[href='/sign-in']").click();
        page.locator("#name").fill(part.signInName());
        page.locator("#password").fill(NodeUnderTest.PASSWORD);
        page.locator("main form .button").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        List<String> links =
                part.steps().stream().flatMap(step -> step.link().stream()).toList();
        for (int step = 0; step < links.size(); step++) {
            window.visit("/tour/" + scene.number());
            page.locator(section + ".steps a").nth(step).click();
            page.waitForURL("**" + links.get(step));
            assertThat(page.locator("h1").innerText())
                    .as("%s for %s", links.get(step), part.signInName())
                    .isNotEqualTo("No está aquí, o no es para usted");
        }
    }
}
