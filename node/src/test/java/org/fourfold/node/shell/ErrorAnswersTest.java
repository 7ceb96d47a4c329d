package org.fourfold.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every answer over HTTP: status, headers, and no word that somebody typed or that only a programmer understands. */
class ErrorAnswersTest {

    private static @Nullable ShellUnderTest node;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        node = ShellUnderTest.start();
    }

    @AfterAll
    static void stop() {
        node().close();
        CLIENT.close();
    }

    private static ShellUnderTest node() {
        return java.util.Objects.requireNonNull(node);
    }

    @Test
    void everyFailureTellsTheMendInTheReadersLanguage() {
        for (Map.Entry<String, Integer> failing : Gallery.failing().entrySet()) {
            HttpResponse<String> spanish = get(failing.getKey(), "es");
            HttpResponse<String> english = get(failing.getKey(), "en");
            assertThat(spanish.statusCode()).as(failing.getKey()).isEqualTo(failing.getValue());
            assertThat(english.statusCode()).as(failing.getKey()).isEqualTo(failing.getValue());
            assertThat(spanish.body()).contains("lang=\"es\"").contains("Ir a");
            assertThat(english.body()).contains("lang=\"en\"");
        }
    }

    @Test
    void noFailureShowsWhatWasThrownOrWhere() {
        for (String path : Gallery.failing().keySet()) {
            assertThat(get(path, "es").body())
                    .doesNotContain(Gallery.CANARY)
                    .doesNotContain("Exception")
                    .doesNotContain("org.fourfold")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whatIsForbiddenAndWhatIsMissingLookTheSame() {
        String refused = get("/gallery/refused", "es").body().replace("/gallery/refused", "");
        String missing = get("/gallery/missing", "es").body().replace("/gallery/missing", "");
        assertThat(withoutPath(refused)).isEqualTo(withoutPath(missing));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {"/", "/leave", "/nowhere", "/gallery/fault", "/language/en", "/s/x/app.css"}) {
            HttpResponse<String> answer = get(path, "es");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .contains(SecurityHeaders.CONTENT_SECURITY_POLICY);
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void aStaticFileIsKeptForEverUnderItsHashAndUnknownUnderAnother() {
        String path = Assets.read().path("app.css");
        HttpResponse<String> answer = get(path, "es");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly(SecurityHeaders.KEEP_FOR_EVER);
        assertThat(get(path.replace("/s/", "/s/0"), "es").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsLedAwayByTheLanguageSwitch() {
        for (String back : new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example"}) {
            HttpResponse<String> answer = get("/language/en?back=" + back, "es");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/");
        }
    }

    @Test
    void leavingClearsWhatTheBrowserKept() {
        HttpResponse<String> answer = get("/leave", "en");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains(SecurityHeaders.CLEAR_SITE_DATA);
        assertThat(answer.body()).contains("Kitchen measures");
    }

    @Test
    void lockedKeysLeadToThePageThatUnlocksThem() {
        HttpResponse<String> answer = get("/gallery/locked", "es");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/unlock?back=%2Fgallery%2Flocked");
    }

    @Test
    void anUnknownLanguageIsNotHere() {
        assertThat(get("/language/de", "es").statusCode()).isEqualTo(404);
    }

    @Test
    void busyAndTooOftenSayWhenToTryAgain() {
        assertThat(get("/gallery/busy", "es").headers().firstValue("Retry-After"))
                .contains("3");
        assertThat(get("/gallery/often", "es").headers().firstValue("Retry-After"))
                .contains("30");
    }

    private static String withoutPath(String page) {
        return page.replaceAll("back=[^\"]*", "back=");
    }

    private static HttpResponse<String> get(String path, String language) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(node().address() + path))
                            .header("Accept-Language", language)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
