package org.fourfold.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member's passkey, from a virtual authenticator of the browser: made, used to sign in, taken away. */
@Tag("browser")
class PasskeyTest {

    private static final Look PHONE = new Look(Look.PHONE, Language.ES, ColorScheme.LIGHT);
    private static final String NAME = "leandro";

    @Test
    void aPasskeyIsMadeSignsInAndIsTakenAway() {
        try (Window window = Window.open(NodeUnderTest.shared().addressByName(), PHONE)) {
            Page page = window.page();
            CDPSession authenticator = authenticator(page);
            signInByPassword(window);
            register(window);
            assertThat(page.locator("main").innerText()).contains("Mi teléfono");
            window.holdToTheRules("account-passkey");

            signOut(window);
            signInByPasskey(window);
            page.waitForURL(url -> !url.contains("/sign-in"));
            window.visit("/account");
            assertThat(page.locator("main").innerText()).contains(NAME, "Mi teléfono");

            button(page, "Mi teléfono").click();
            page.waitForURL("**/account?done=removed");
            assertThat(page.locator("main").innerText()).doesNotContain("Mi teléfono");

            signOut(window);
            signInByPasskey(window);
            page.locator("[data-passkey-fault]").waitFor();
            window.accessible("sign-in-passkey-refused");
            assertThat(page.url()).contains("/sign-in");
            authenticator.detach();
        }
    }

    @Test
    void withoutScriptsNoButtonPromisesAPasskey() {
        try (Window window = Window.open(NodeUnderTest.shared().addressByName(), PHONE, false)) {
            window.visit("/sign-in");
            assertThat(window.page().locator("[data-passkey]").isVisible()).isFalse();
        }
    }

    /** A platform authenticator that knows its user, as a phone with a fingerprint does. */
    private static CDPSession authenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return session;
    }

    private static void signInByPassword(Window window) {
        window.visit("/sign-in");
        window.page().locator("#name").fill(NAME);
        window.page().locator("#password").fill(NodeUnderTest.PASSWORD);
        window.page().locator("main form .button").first().click();
        window.page().waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void register(Window window) {
        Page page = window.page();
        window.visit("/account");
        page.locator("#passkey-label").fill("Mi teléfono");
        page.locator("[data-passkey=register] button").click();
        page.waitForURL("**/account?done=passkey");
    }

    private static void signOut(Window window) {
        window.visit("/account");
        window.page().locator("form[action='/sign-out'] button").click();
        window.page().waitForURL("**/sign-in**");
    }

    private static void signInByPasskey(Window window) {
        window.visit("/sign-in");
        window.page().locator("[data-passkey=sign-in] button").click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String words) {
        return page.locator("main form button:has-text('" + words + "')").first();
    }
}
