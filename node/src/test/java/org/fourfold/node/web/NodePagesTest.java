package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real node's own pages, before sign-in and after, held to the rules in every look. */
@Tag("browser")
@Visits({
    "/",
    "/sign-in",
    "/sign-in/code",
    "/account",
    "/condition",
    "/members",
    "/members/new",
    "/members/{id:[0-9a-f-]{36}}",
    "/members/devices",
    "/pair/{code}",
    "/kept",
    "/unlock",
    "/unlock/sheet"
})
class NodePagesTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);

    static Stream<Look> looks() {
        return Look.all().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatAVisitorMeetsKeepsTheRules(Look look) {
        try (Window window = Window.open(NodeUnderTest.shared().address(), look)) {
            hold(window, List.of("/sign-in", "/sign-in/code", "/unlock", "/pair/none", "/nowhere"));
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatAnAdministratorMeetsKeepsTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("amparo", look)) {
            hold(window, List.of("/", "/account", "/members", "/members/new", "/members/devices"));
            hold(window, List.of("/condition", "/unlock/sheet"));
            KeptPosts kept = NodeUnderTest.shared().facade(KeptPosts.class);
            MemberId amparo = NodeUnderTest.shared()
                    .actor("amparo", Purpose.ADMINISTRATION)
                    .member();
            assertThat(kept.keep(
                            amparo, "/members/new", List.of(new KeptPosts.Field("member-name", "Elena (inventada)"))))
                    .isTrue();
            hold(window, List.of("/kept"));
            kept.waiting(amparo).forEach(post -> kept.drop(amparo, post.id()));
            window.visit("/members");
            window.page().locator("main .tasks a").first().click();
            window.holdToTheRules("node-member");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theDeskOfACaseworkerKeepsTheRules(Look look) {
        try (Window window = NodeUnderTest.shared().openAs("clara", look)) {
            hold(window, List.of("/"));
        }
    }

    @Test
    void whoLooksAfterTheNodeIsToldInTheirWordsWhatToMendAndNobodyElseIs() {
        try (Window window = NodeUnderTest.shared().openAs("sonia", PHONE)) {
            window.visit("/");
            assertThat(window.page().locator("a[href='/condition']").count()).isPositive();
            window.visit("/condition");
            assertThat(window.page().locator("h1").innerText()).isEqualTo("¿Está todo bien?");
            assertThat(window.page().locator("#look").isVisible()).isTrue();
            // Nobody wrote a backup of this node.
            assertThat(window.page().locator("main").innerText()).contains("Último respaldo", "./fourfold backup");
        }
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            window.visit("/");
            assertThat(window.page().locator("a[href='/condition']").count()).isZero();
            window.visit("/condition");
            assertThat(window.page().locator("main").innerText()).doesNotContain("./fourfold backup");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMemberSignsInByTheForm(boolean scripts) {
        try (Window window = Window.open(NodeUnderTest.shared().address(), PHONE, scripts)) {
            window.visit("/sign-in");
            window.page().locator("#name").fill("clara");
            window.page().locator("#password").fill(NodeUnderTest.PASSWORD);
            window.page().locator("main form .button").first().click();
            window.page().waitForURL(url -> !url.contains("/sign-in"));
            window.visit("/account");
            assertThat(window.page().locator("main").innerText()).contains("clara");
        }
    }

    @Test
    void leavingEndsTheSession() {
        try (Window window = NodeUnderTest.shared().openAs("clara", PHONE)) {
            window.visit("/");
            window.leave();
            window.visit("/");
            assertThat(window.page().url()).contains("/sign-in");
        }
    }

    @Test
    void whoIsNotSignedInSeesOnlyTheSignInPage() {
        try (Window window = Window.open(NodeUnderTest.shared().address(), PHONE)) {
            window.visit("/members");
            assertThat(window.page().url()).contains("/sign-in");
        }
    }

    private static void hold(Window window, List<String> paths) {
        for (String path : paths) {
            window.visit(path);
            window.leavingIsInReach();
            window.holdToTheRules("node" + path.replace('/', '-'));
        }
    }
}
